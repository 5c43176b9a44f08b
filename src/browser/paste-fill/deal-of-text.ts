import { asciiDigits } from '../../attributes/ascii-digits.ts';
import { bracketed, entryOfText, type TextContext } from '../../attributes/entry-of-text.ts';
import { foldedWords, isSameText } from '../../attributes/matches-text.ts';
import { isPicked, type Picked } from '../../attributes/picked-entry.ts';
import { addressIn, domainIn } from '../../attributes/record-reference/new-record-key.ts';
import { pastedRecords } from '../../attributes/record-reference/pasted-records.ts';
import type { Field } from '../../contract/deal-form.ts';
import { fieldOfLabel, namePartOfLabel } from './field-of-label.ts';
import { fieldOfPiece } from './field-of-piece.ts';
import { isCurrencyLabel, withColumnUnit, withCurrency } from './money-column.ts';
import { besideAddress, legalForm, personOf, withNames } from './name-of-address.ts';
import { type DealParts, type TextPart, type TextParts, textParts } from './text-parts.ts';

export interface DealTextContext extends TextContext {
  /** Whether a field may be filled in; absent where all may. What is not plain is then meant for another. */
  isFree?: (field: Field) => boolean;
}

/** What a text says of a deal, field by field, and what of it no field takes. */
export interface ReadDeal {
  filled: { field: Field; entry: unknown; text: string }[];
  /** Whether a piece says by itself what it is: an amount, an address, what Attio knows. All of a text without one may be a name. */
  isTelling: boolean;
  /** Whether its pieces have labels, or a header above them, by which a field is called: then it is a deal whatever comes of them. */
  isTitled: boolean;
  /** Pieces that mean nothing here. */
  rest: string[];
  /** Those of them that are said to be a certain field's. */
  unread: { field: Field; text: string }[];
}

/** What a text says of one deal, and how the rows read that are other deals. */
export interface DealOfText extends ReadDeal {
  more: string[];
}

/** Characters of the longest text of one deal; what is longer is a document. */
const longestDeal = 10_000;

/** What is longer is a sentence, and not what a company is called. */
const longestName = 100;

/** Mail hosts of the public: their domain says nothing of a company. */
export const publicHosts = /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|me|aol|gmx|web|proton|protonmail|mail)\./;

/** Whether a text is the name of the company whose host this is: `Globex Inc.` at `globex.com`. */
const isNameAt = (text: string, host: string): boolean =>
  foldedWords(text)
    .filter((word) => !legalForm.test(word))
    .join('') === host.split('.')[0]?.replaceAll('-', '');

const isYear = ({ label, text }: TextPart): boolean => label === null && /^(199\d|20\d\d|2100)$/.test(asciiDigits(text));

/** Whether a text has a word with which the host begins. */
const isHinted = (text: string, host: string): boolean =>
  foldedWords(text).some((word) => word.length > 2 && host.startsWith(word));

/**
 * Reads a deal out of a text: a row of a spreadsheet, a signature, or `Acme / Bo Li <bo@acme.com> / 48k EUR / Lead / end nov`. The same
 * text always gives the same; what is not plain is left, and told.
 */
export async function dealOfText(pasted: string, fields: readonly Field[], context: DealTextContext): Promise<DealOfText> {
  const taken = takenApart(pasted.slice(0, longestDeal), fields, context);
  return { ...(await dealOfParts(taken, taken.kind, fields, context)), more: taken.more.map(({ text }) => text) };
}

/** A text in its pieces, by what the workspace makes of them. */
export const takenApart = (pasted: string, fields: readonly Field[], context: DealTextContext): TextParts =>
  textParts(pasted, {
    isLabel: (text) => fieldOfLabel(fields, text) !== undefined || isCurrencyLabel(text) || namePartOfLabel(text) !== null,
    isOnce: (text) => fieldOfLabel(fields, text)?.multi === false || namePartOfLabel(text) !== null,
    isTelling: (text) => Boolean(fieldOfPiece(text.trim(), fields, context)),
  });

/** Reads one deal out of its pieces. */
export async function dealOfParts(
  { parts, aside }: DealParts,
  kind: TextParts['kind'],
  fields: readonly Field[],
  context: DealTextContext,
): Promise<ReadDeal> {
  const texts = new Map<Field, string>();
  const rest: string[] = [...aside];
  const unread: ReadDeal['unread'] = [];
  let free: string[] = [];
  const beside: string[] = [];
  let currency: string | null = null;
  let isBareSite = false;
  const bySlug = (slug: string) => fields.find((field) => field.slug === slug);
  const [company, people, name, value, owner] = ['associated_company', 'associated_people', 'name', 'value', 'owner'].map(bySlug);

  const give = (field: Field | undefined, text: string): boolean => {
    const before = field && texts.get(field);
    const person = before !== undefined && field === people ? personOf(before, text) : null;
    if (!field || (before !== undefined && !field.multi && person === null)) return false;
    texts.set(field, person ?? (before === undefined ? text : `${before}, ${text}`));
    return true;
  };
  const sort = ({ label, text }: TextPart) => {
    // A dash stands for nothing in a cell.
    if (label !== null && /^[-–—]$/.test(text)) return;
    if (label !== null && isCurrencyLabel(label) && currency === null) currency = text;
    else if (label !== null) {
      const field = fieldOfLabel(fields, label);
      // `Globex (12345678)`: exports write their own number of a record behind its name.
      const said = field?.type === 'record-reference' ? text.replace(/ \(\d{5,}\)$/, '') : text;
      const whole = field && withColumnUnit(field, label, said);
      if (field && whole === null) unread.push({ field, text });
      if (!whole || !give(field, whole)) rest.push(`${label}: ${text}`);
    } else {
      const field = fieldOfPiece(text, fields, context);
      const isPerson = field && (field === people || field === owner);
      const apart = isPerson ? besideAddress(text) : null;
      // `To: Bo Li <bo@acme.com>`: of a mail's head only who it is says something.
      const said = isPerson ? (apart?.email ?? text).replace(/^[\p{L} -]{1,20}:\s*/u, '') : text;
      // A name has a letter or a digit.
      if (field === undefined && /[\p{L}\p{N}]/u.test(text)) free.push(text);
      else if (!field || !give(field, said)) rest.push(text);
      else if (field === company) isBareSite = true;
      else if (apart) beside.push(apart.beside);
    }
  };
  const isName = ({ label, text }: TextPart) => label === null && fieldOfPiece(text, fields, context) === undefined;
  const telling = parts.filter((part) => !isName(part));
  // Beside names alone a year is none of an amount: `Renewal / Globex / 2026`.
  const year = kind === 'line' && parts.length > 1 && telling.length === 1 ? telling.find(isYear) : undefined;
  if (year) rest.push(year.text);
  withWholeName(year ? parts.filter((part) => part !== year) : parts, fields).forEach(sort);
  // No company is called what stands with a person: beside others it comes after them.
  free.push(...beside);
  const amount = value && texts.get(value);
  if (value && amount !== undefined && currency !== null) texts.set(value, withCurrency(amount, currency));
  else if (currency !== null) rest.push(currency);

  const addresses = people && texts.get(people);
  let isSignature = kind === 'lines';
  if (people && addresses !== undefined) {
    const given = withNames(addresses, free, isSignature);
    // One line that has nothing of a deal, and a name apart from its address.
    isSignature ||=
      kind === 'line' && given.people !== addresses && [...texts.keys()].every((field) => field === people || field === company);
    texts.set(people, given.people);
    free = given.others;
  }
  // And by itself it is the deal's name.
  const [only, another] = free;
  if (only !== undefined && another === undefined && beside.includes(only) && !isSignature && give(name, only)) free = [];
  const host =
    addresses
      ?.split(', ')
      .map((address) => addressIn(address)?.split('@')[1] ?? null)
      .find(Boolean) ?? null;
  const ownHost = host !== null && !publicHosts.test(host) ? host : null;
  const site = company && domainIn(texts.get(company) ?? '');
  // A company that its site has named needs no other name, and no deal is called so.
  const siteNames = site ? free.filter((text) => isNameAt(text, site)) : [];
  if (site) free = free.filter((text) => !siteNames.includes(text));
  // `Head of Buying, Globex`
  else if (ownHost && isSignature) {
    free = free.flatMap((text) => {
      const pieces = text.split(/, | at | @ | bei /);
      return pieces.some((piece) => isHinted(piece, ownHost)) ? pieces : [text];
    });
  }

  const filled: ReadDeal['filled'] = [];
  const add = (field: Field, entry: unknown, text: string) => filled.push({ field, entry, text });
  for (const [field, text] of texts) {
    const entry = await entryOfText(field, text, context);
    // What Attio knows by name comes before a site that nobody has called the company's, and that Attio does not know.
    const isUnknown = field === company && isBareSite && isPicked(entry) && entry.picked.length === 0;
    const known = isUnknown ? await firstKnown(company, [...siteNames, ...free], context) : undefined;
    if (known !== undefined) {
      rest.push(text);
      free = free.filter((one) => one !== known);
      add(field, await entryOfText(field, known, context), known);
      continue;
    }
    const isNobody = field.type === 'actor-reference' && isPicked(entry) && entry.picked.length === 0;
    if (entry === null || isNobody) {
      rest.push(`${field.title}: ${text}`);
      unread.push({ field, text });
    } else add(field, entry, text);
    if ((field !== people && field !== company) || !isPicked(entry)) continue;
    rest.push(...otherwiseNamed(text, entry.picked, field === people ? 'people' : 'companies'));
    free = free.filter((one) => !entry.picked.some((person) => isSameText(person.name, one)));
  }

  const isFound = filled.some(({ field, entry }) => field === company && isPicked(entry) && entry.picked.length > 0);
  if (!isFound) rest.push(...siteNames);

  // What is left are names: the company's, if Attio knows it or the address says so; then the deal's.
  let isKnown = false;
  if (company && !texts.has(company)) {
    const known = await firstKnown(company, free, context);
    isKnown = known !== undefined;
    const hinted = free.find((text) => ownHost !== null && isHinted(text, ownHost));
    const shortest = [...free].sort((one, other) => one.length - other.length)[0];
    const contained = free.length === 2 && shortest && free.every((text) => text.includes(shortest)) ? shortest : undefined;
    const ofHost = known === undefined && ownHost !== null ? await entryOfText(company, ownHost, context) : null;
    const isHostKnown = isPicked(ofHost) && ofHost.picked.length > 0;
    const isNameFree = name && !texts.has(name) && (context.isFree?.(name) ?? true);
    // A text by itself is the deal's where the company stands already, or the address is of one that Attio knows.
    const isDeals = free.length === 1 && isNameFree && (isHostKnown || context.isFree?.(company) === false);
    const first = isSignature || isDeals ? undefined : free.find((text) => text.length <= longestName);
    const guess = known ?? hinted ?? contained ?? first;
    if (guess !== undefined) {
      free.splice(free.indexOf(guess), 1);
      add(company, await entryOfText(company, guess, context), guess);
    } else if (ownHost !== null) add(company, ofHost, ownHost);
  }
  const [title] = free;
  if (name && !texts.has(name) && title !== undefined && !isSignature) {
    add(name, await entryOfText(name, title, context), title);
    free.shift();
  }
  const isTitled = parts.some(({ label }) => label !== null && fieldOfLabel(fields, label) !== undefined);
  return { filled, isTelling: texts.size > 0 || isKnown, isTitled, rest: [...rest, ...free], unread };
}

/** Pieces in which a first and a last name that stand apart are one person's. */
function withWholeName(parts: readonly TextPart[], fields: readonly Field[]): readonly TextPart[] {
  const people = fields.find(({ slug }) => slug === 'associated_people');
  const isPart = ({ label }: TextPart, part: 'first' | 'last') =>
    label !== null && namePartOfLabel(label) === part && !fieldOfLabel(fields, label);
  const found = (['first', 'last'] as const).flatMap((part) => parts.find((one) => isPart(one, part)) ?? []);
  const [first] = found;
  if (!first || !people) return parts;
  const whole = { label: people.title, text: found.map(({ text }) => text).join(' ') };
  return parts.flatMap((part) => (part === first ? whole : found.includes(part) ? [] : part));
}

/** The first of the texts that is the name of one record. */
async function firstKnown(field: Field, texts: readonly string[], { findByName }: DealTextContext): Promise<string | undefined> {
  for (const text of texts.slice(0, 4)) if (await findByName(field, text)) return text;
  return undefined;
}

/** The names that were given to addresses of records that Attio knows by others. */
const otherwiseNamed = (text: string, records: readonly Picked[], object: 'companies' | 'people'): string[] =>
  pastedRecords(bracketed(text), object).flatMap(({ name, unique }) => {
    const known = records.find(({ details = [] }) => details.includes(unique));
    const words = foldedWords(known?.name ?? '');
    return known && !foldedWords(name).every((word) => words.includes(word) || legalForm.test(word)) ? [name] : [];
  });
