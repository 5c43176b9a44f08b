import { foldedWords } from '../../attributes/matches-text.ts';
import { formOfAddress, particle } from '../../attributes/record-reference/name-words.ts';
import { emailIn } from '../../attributes/record-reference/new-record-key.ts';

/** Mailboxes of a role rather than of a person, in English, German and other languages of business. */
export const roleMailbox =
  /^(info|information|contact|contacts|hello|hi|hallo|mail|email|office|buero|sales|support|service|services|help|helpdesk|kundenservice|team|admin|administration|webmaster|postmaster|no-?reply|billing|invoices?|rechnung(en)?|accounts?|accounting|accountspayable|ap|buchhaltung|finance|legal|hr|it|pr|jobs|careers|karriere|press|presse|marketing|partners?|partnerships?|orders?|bestellung(en)?|purchasing|procurement|einkauf|vertrieb|verkauf|kontakt|anfragen?|enquiries|inquiries|events?|projects?|projekte?|ventas|contacto|compras|commercial|comercial|contato|vendas|facturation|privacy|security|newsletter)$/;

/** What companies put behind their names. */
export const legalForm =
  /^(inc|incorporated|llc|ltd|limited|plc|corp|corporation|co|company|gmbh|ag|kg|se|sa|sas|sarl|bv|nv|ab|as|oy|spa|srl)$/;

/** Names have no more words. */
const mostWords = 5;

/** Words of a text as an address has them: Germans write theirs without umlauts in two ways. */
const spellings = (text: string): string[][] => {
  const german = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
  const spelled = text.normalize('NFC').replace(/[äöüß]/gi, (letter) => german[letter.toLowerCase() as keyof typeof german]);
  return [text, spelled].map(foldedWords);
};

/** Which of the words a text is made of, each as a whole or by its initial; null when of none, or of anything beside them. */
function madeOf(text: string, words: readonly string[], used: readonly number[] = []): readonly number[] | null {
  if (text === '') return used;
  for (const [at, word] of words.entries()) {
    if (used.includes(at)) continue;
    for (const piece of [word, word.charAt(0)]) {
      const found = text.startsWith(piece) ? madeOf(text.slice(piece.length), words, [...used, at]) : null;
      if (found) return found;
    }
  }
  return null;
}

/**
 * Whether a text is the name that an address is made of: `Joana Reis` at `joana.reis`, `joana`, `jreis` or `reis.joana`. Whatever else may
 * stand in it (`Renewal for Joana Reis`) is no name. In a signature a name may be longer than what the address has of it.
 */
function isNameOf(text: string, email: string, isSignature: boolean): boolean {
  const [mailbox = '', host = ''] = email.toLowerCase().split('@');
  const local = mailbox.replace(/\+.*/, '').replace(/\d+$/, '');
  const letters = foldedWords(local).join('');
  if (roleMailbox.test(local) || letters === host.split('.')[0] || /[\p{N}@]/u.test(text)) return false;
  const written = text.split(/[^\p{L}\p{M}]+/u).filter(Boolean);
  return spellings(text).some((spelled) => {
    const words = spelled.filter((word) => !formOfAddress.test(word));
    const used = words.length > mostWords ? null : madeOf(letters, words);
    if (!used?.some((at) => (words[at] ?? '').length > 1 && letters.includes(words[at] ?? ''))) return false;
    const last = words.length - 1;
    const hasEnds = words.length < 3 || (used.includes(0) && (used.includes(last) || (isSignature && last < 3)));
    const mayBeside = (word: string, at: number) => {
      const isSmall = /^\p{Ll}/u.test(written[at + spelled.length - words.length] ?? '');
      // `van`, `de`: what is small and short stands within names.
      return isSmall ? at > 0 && at < last && word.length < 4 : !legalForm.test(word);
    };
    return hasEnds && words.every((word, at) => used.includes(at) || mayBeside(word, at));
  });
}

/**
 * What stands before an address, where no person is called so: `Renewal for Bo <bo@acme.com>`. What is written as names are may be one
 * of which the address has nothing.
 * @returns that, and the address by itself; null where it may be a name
 */
export function besideAddress(text: string): { beside: string; email: string } | null {
  const [, before = '', email = ''] = /^(.*\S)\s*[<(]([^<>()]+)[>)]$/.exec(text.trim()) ?? [];
  const beside = before.replace(/^"(.*)"$/, '$1');
  if (beside === '' || emailIn(email) === null || isNameOf(beside, email, false)) return null;
  const words = beside.split(/[^\p{L}\p{M}]+/u).filter(Boolean);
  const isWritten = (word: string) => !/^\p{Ll}/u.test(word) || particle.test(word);
  const mayBeName = !/\p{N}/u.test(beside) && words.length <= mostWords && (words.length < 3 || words.every(isWritten));
  return mayBeName ? null : { beside, email };
}

/** A name and an address that were given apart, as those of one person; null where they are not. */
export function personOf(one: string, other: string): string | null {
  const [email, name] = emailIn(one) === null ? [other, one] : [one, other];
  const isName = /\p{L}/u.test(name) && !/[@,]/.test(name);
  return isName && emailIn(email) !== null ? `${name} <${email}>` : null;
}

/**
 * Gives each address that stands alone the name that it is made of, or, in a signature of another script, the name above it.
 * @returns the people, and what is left of the other texts
 */
export function withNames(people: string, others: readonly string[], isSignature: boolean): { people: string; others: string[] } {
  const left = [...others];
  const addresses = people.split(', ');
  const named = addresses.map((email) => {
    if (emailIn(email) === null) return email;
    // `Joana Reis, Head of Buying`: what stands behind the name goes on by itself.
    const found = left.flatMap((text, at) =>
      [[text], /^([^,(–—]+?)(?:\s+-\s|\s*[,(–—])\s*(.*\p{L}.*?)\)?$/u.exec(text)?.slice(1) ?? []].flatMap(([name, ...more]) =>
        name !== undefined && isNameOf(name, email, isSignature && at === 0) ? [{ at, name, more }] : [],
      ),
    )[0];
    if (found) {
      left.splice(found.at, 1, ...found.more);
      return `${found.name} <${email}>`;
    }
    const [first = ''] = left;
    const isForeign =
      isSignature && addresses.length === 1 && /^\P{Script=Latin}+$/u.test(first) && /^\S+( \S+){1,3}$/.test(first);
    return isForeign ? `${left.shift()} <${email}>` : email;
  });
  return { people: named.join(', '), others: left };
}
