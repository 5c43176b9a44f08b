import { readMoney } from '../../attributes/currency/read-money.ts';
import { localMoment } from '../../attributes/date/local-moment.ts';
import { readDay } from '../../attributes/date/read-day.ts';
import { entryOfText, type TextContext } from '../../attributes/entry-of-text.ts';
import { foldedWords } from '../../attributes/matches-text.ts';
import { isPicked } from '../../attributes/picked-entry.ts';
import { domainIn, emailIn } from '../../attributes/record-reference/new-record-key.ts';
import type { Field } from '../../contract/deal-form.ts';
import type { Suggestion } from '../../contract/lookup.ts';
import { closingDate, fieldOfLabel } from './field-of-label.ts';
import { type TextPart, textParts } from './text-parts.ts';

export interface DealTextContext extends TextContext {
  /** The one record that is called so, whatever the case; null when there is none, or several. */
  findByName: (field: Field, name: string) => Promise<Suggestion | null>;
}

/** What a text says of a deal, field by field, and what of it no field takes. */
export interface DealOfText {
  filled: { field: Field; entry: unknown; text: string }[];
  /** Pieces that mean nothing here. */
  rest: string[];
  /** Rows that are other deals. */
  more: string[];
}

/** What is longer is a sentence, and not what a company is called. */
const longestName = 100;

/** Mail hosts of the public: their domain says nothing of a company. */
const publicHosts = /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|me|aol|gmx|web|proton|protonmail|mail)\./;

/** The address in `Bo Li <bo@acme.com>` or alone. */
const addressIn = (text: string): string | null => emailIn(/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text.replace(/^mailto:/i, ''));

/** A name and an address that were given apart, as those of one person; null where they are not. */
function personOf(one: string, other: string): string | null {
  const [address, name] = emailIn(one) === null ? [other, one] : [one, other];
  const isName = /\p{L}/u.test(name) && !/[@,]/.test(name);
  return isName && emailIn(address) !== null ? `${name} <${address}>` : null;
}

const isSame = (one: string, other: string): boolean => foldedWords(one).join(' ') === foldedWords(other).join(' ');

/**
 * Reads a deal out of a text: a row of a spreadsheet, a signature, or `Acme / Bo Li <bo@acme.com> / 48k EUR / Lead / end nov`. The same
 * text always gives the same; what is not plain is left, and told.
 */
export async function dealOfText(pasted: string, fields: readonly Field[], context: DealTextContext): Promise<DealOfText> {
  const { kind, parts, more } = textParts(pasted, {
    isLabel: (text) => fieldOfLabel(fields, text) !== undefined,
    isTelling: (text) => Boolean(fieldOfText(text.trim(), fields, context)),
  });
  const texts = new Map<Field, string>();
  const rest: string[] = [];
  const free: string[] = [];
  const bySlug = (slug: string) => fields.find((field) => field.slug === slug);
  const [company, people, name] = ['associated_company', 'associated_people', 'name'].map(bySlug);

  const give = (field: Field | undefined, text: string): boolean => {
    const before = field && texts.get(field);
    const person = before !== undefined && field === people ? personOf(before, text) : null;
    if (!field || (before !== undefined && !field.multi && person === null)) return false;
    texts.set(field, person ?? (before === undefined ? text : `${before}, ${text}`));
    return true;
  };
  const sort = (part: TextPart) => {
    if (part.label !== null) {
      const field = fieldOfLabel(fields, part.label);
      if (!field || !give(field, part.text)) rest.push(`${part.label}: ${part.text}`);
      return;
    }
    const field = fieldOfText(part.text, fields, context);
    // A name has a letter or a digit.
    if (field === undefined && /[\p{L}\p{N}]/u.test(part.text)) free.push(part.text);
    else if (!field || !give(field, part.text)) rest.push(part.text);
  };
  parts.forEach(sort);

  // A signature has its name in a line of its own.
  const address = people && texts.get(people);
  const local = address && (kind === 'lines' || kind === 'labelled') ? foldedWords(addressIn(address)?.split('@')[0] ?? '') : [];
  const ownName = free.findIndex((text) => foldedWords(text).some((word) => local.includes(word)));
  if (people && address && ownName >= 0 && emailIn(address) !== null) {
    texts.set(people, `${free[ownName]} <${address}>`);
    free.splice(ownName, 1);
  }
  const host = address === undefined ? null : (addressIn(address)?.split('@')[1] ?? null);
  const ownHost = host !== null && !publicHosts.test(host) ? host : null;

  const filled: DealOfText['filled'] = [];
  const add = (field: Field, entry: unknown, text: string) => filled.push({ field, entry, text });
  for (const [field, text] of texts) {
    const entry = await entryOfText(field, text, context);
    if (entry === null) rest.push(text);
    else add(field, (await namedEntry(field, entry, context)) ?? entry, text);
  }

  // What is left are names: the company's, if Attio knows it or the address says so; then the deal's.
  if (company && !texts.has(company)) {
    const known = await firstKnown(company, free, context);
    const hinted = free.find((text) => ownHost !== null && foldedWords(text).some((word) => ownHost.startsWith(word)));
    const shortest = [...free].sort((one, other) => one.length - other.length)[0];
    const contained = free.length === 2 && shortest && free.every((text) => text.includes(shortest)) ? shortest : undefined;
    const guess =
      known?.text ?? hinted ?? contained ?? (kind === 'lines' ? undefined : free.find((text) => text.length <= longestName));
    if (guess !== undefined) {
      free.splice(free.indexOf(guess), 1);
      add(company, known ? pickedEntry(known.record) : { picked: [], text: guess }, guess);
    } else if (ownHost !== null) add(company, await entryOfText(company, ownHost, context), ownHost);
  }
  const [title] = free;
  if (name && !texts.has(name) && title !== undefined && kind !== 'lines') add(name, free.shift(), title);
  return { filled, rest: [...rest, ...free], more };
}

const pickedEntry = ({ id, name, object, details }: Suggestion) => ({ picked: [{ id, name, object, details }], text: '' });

/** The first of the texts that is the name of one record. */
async function firstKnown(field: Field, texts: readonly string[], { findByName }: DealTextContext) {
  for (const text of texts.slice(0, 4)) {
    const record = await findByName(field, text);
    if (record) return { text, record };
  }
  return null;
}

/** A reference that was named and not found by an address, as the one record of that name. */
async function namedEntry(field: Field, entry: unknown, { findByName }: DealTextContext): Promise<unknown> {
  if (field.type !== 'record-reference' || !isPicked(entry) || entry.picked.length > 0 || entry.text.includes('@')) return null;
  const record = await findByName(field, entry.text);
  return record && pickedEntry(record);
}

/** The field that a piece without a label can only be meant for; undefined for what may be a name, null for what is anybody's guess. */
function fieldOfText(text: string, fields: readonly Field[], { locale, members }: DealTextContext): Field | null | undefined {
  const ofSlug = (slug: string) => fields.find((field) => field.slug === slug);
  const email = addressIn(text);
  if (email !== null)
    return ofSlug(members.some((member) => isSame(member.email_address, email)) ? 'owner' : 'associated_people');
  const choosing = fields.filter(({ statuses = [], options = [] }) =>
    [...statuses, ...options].some(({ title }) => isSame(title, text) && foldedWords(text).length > 0),
  );
  if (choosing.length > 0) return choosing.length === 1 ? choosing[0] : null;
  if (members.some((member) => !member.suspended && isSame(member.name, text))) return ofSlug('owner');
  if (/^(\+|00|\(?0)[\d\s()./-]{6,}$/.test(text)) return fields.find(({ type }) => type === 'phone-number') ?? null;
  const value = ofSlug('value');
  const isDay = readDay(text, localMoment(new Date()).slice(0, 10), locale).ok;
  const isAmount = value !== undefined && /\d/.test(text) && readMoney(text, value.config.currency_code, locale).ok;
  if (isDay) return isAmount ? null : (closingDate(fields) ?? null);
  if (isAmount) return value;
  if (!/\s/.test(text) && /\.\p{L}{2,}(\/|$)/u.test(text) && domainIn(text) !== null) return ofSlug('associated_company');
  return undefined;
}
