/** What a bookmarklet is made of. */
export interface BookmarkletParts {
  /** The form's address, without a query. */
  form: string;
  /** What the link brings in any case: the query of one, without `?`. */
  query: string;
  /** The keys of what is taken from a page, where the form has a field for it. */
  keys: { company?: string; name?: string; people?: string };
}

/** Sites whose address says nothing of the company that a page is about: mail, search, social networks, documents, and Attio. */
const notCompanies = [
  ...[
    'google',
    'gmail',
    'bing',
    'yahoo',
    'duckduckgo',
    'outlook',
    'live',
    'office',
    'office365',
    'microsoft',
    'icloud',
    'proton',
  ],
  ...[
    'gmx',
    'web',
    'zoho',
    'linkedin',
    'facebook',
    'instagram',
    'twitter',
    'x',
    'xing',
    'youtube',
    'whatsapp',
    'telegram',
    'slack',
  ],
  ...['reddit', 'wikipedia', 'notion', 'dropbox', 'attio'],
];
const ends = ['com', 'org', 'net', 'me', 'so', 'de', 'at', 'ch', 'fr', 'co.uk', 'co.jp', 'ca', 'it', 'es', 'nl', 'in'];

/**
 * The address of a bookmark that opens the form with what the page in front of it says: the company by the page's host, the name by
 * the selected text or else the title (which a page may have replaced by an element), people by the addresses in the selected text. What the query brings wins. It reads nothing
 * else, runs in no page by itself, and sends nothing: all it does is to open the form.
 */
export function bookmarklet({ form, query, keys }: BookmarkletParts): string {
  const { company, name, people } = keys;
  // `URLSearchParams` escapes everything, also half a character, at which `encodeURIComponent` throws.
  const lines = [
    `const q=new URLSearchParams(${text(query)}),s=String(getSelection()),a=/[\\w.+'-]+@[\\w-]+(\\.[\\w-]+)+/g`,
    'const add=(k,v)=>v&&!q.has(k)&&q.set(k,v)',
    ...(company === undefined
      ? []
      : [
          "const h=location.hostname.replace(/^(www|m|blog|shop)\\.(?=.+\\.)/,'')",
          `/\\.[a-z][a-z\\d-]+$/.test(h)&&!/(^|\\.)(${notCompanies.join('|')})\\.(${ends.join('|').replaceAll('.', '\\.')})$/.test(h)&&add(${text(company)},h)`,
        ]),
    ...(people === undefined ? [] : [`add(${text(people)},[...new Set(s.match(a))].slice(0,10).join())`]),
    ...(name === undefined
      ? []
      : [
          "const n=t=>[...String(t).replace(/\\s+/g,' ').trim()].slice(0,100).join('')",
          `add(${text(name)},n(s.replace(a,'').replace(/[<>]/g,'').trim().split(/[\\r\\n]/)[0])||n(document.title))`,
        ]),
    `open(${text(form)}+'?'+q,'_blank','noopener')`,
  ];
  // Browsers undo the escapes of such an address once before it runs, and end it at a `#`.
  return `javascript:${encodeURI(`(()=>{${lines.join(';')}})()`).replaceAll('#', '%23')}`;
}

/** A text as it stands in a script. */
const text = (plain: string): string =>
  JSON.stringify(plain).replace(/[\u2028\u2029<]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
