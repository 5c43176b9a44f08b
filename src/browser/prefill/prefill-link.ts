import type { EntryContext } from '../../attributes/attribute-entry.ts';
import { choicesOf } from '../../attributes/choice-entry.ts';
import { datedPieces } from '../../attributes/date/date-entry.ts';
import type { DatedText } from '../../attributes/date/dated-text.ts';
import { plainly } from '../../attributes/date/read-day.ts';
import { readOffset } from '../../attributes/date/read-offset.ts';
import { entriesByType } from '../../attributes/entries-by-type.ts';
import { numeral } from '../../attributes/number/numeral.ts';
import { readDecimal } from '../../attributes/number/read-decimal.ts';
import { isFormula, readFormula } from '../../attributes/number/read-formula.ts';
import type { Picked, PickedEntry } from '../../attributes/picked-entry.ts';
import { makeableObjects } from '../../attributes/record-reference/new-record.ts';
import { domainIn, emailIn } from '../../attributes/record-reference/new-record-key.ts';
import { pieces } from '../../attributes/several-typed.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { fieldErrorMessage } from '../../words/field-error-message.ts';
import { inList, t } from '../../words/t.ts';
import type { Entries } from '../deal-form/draft-store.ts';
import { isBlank } from '../deal-form/entry-words.ts';
import { keyOfField, partsOfField } from './link-keys.ts';
import { moneyText } from './money-text.ts';

/** A link that fills in the form, as far as what was entered can be said in one. */
export interface PrefillLink {
  /** The query of its address, without `?`; empty when it brings nothing. */
  query: string;
  /** By slug, why the link leaves out what stands in a field. */
  faults: Readonly<Record<string, string>>;
}

/**
 * The link of which `prefillFrom` makes the same entries, whatever the locale of whoever opens it: amounts are plain decimals, days
 * are dates (but `+2w` stays so many weeks from when the link is opened), choices, members and records what is theirs alone. Telephone
 * numbers need their numbering plans.
 */
export function prefillLink({ fields }: Pick<DealForm, 'fields'>, entries: Entries, context: EntryContext): PrefillLink {
  const query = new URLSearchParams();
  const faults: Record<string, string> = {};
  for (const field of fields) {
    const { slug, type, title, multi, config } = field;
    const entry = entries[slug];
    if (isBlank(field, entry)) continue;
    const reading = entriesByType[type].read(entry as never, field, context);
    if (!reading.ok) {
      const { code, detail } = reading;
      faults[slug] = fieldErrorMessage(code, { title, currency: config.currency_code, detail, several: multi });
      continue;
    }
    if (reading.value === undefined) continue;
    const key = keyOfField(field, fields);
    const parts = partsOfField(field);
    if (parts.length > 0) {
      const places = [reading.value].flat() as Readonly<Record<string, string | null>>[];
      for (const part of parts.filter((one) => places.some((place) => place[one])))
        for (const place of places) query.append(`${key}.${part}`, place[part] ?? '');
    } else if (type === 'record-reference') {
      const unnamed = picked(entry).filter((record) => addressOf(field, record) === null);
      if (unnamed.length > 0) faults[slug] = t('links.noAddress', { names: inList(unnamed.map(({ name }) => name)) });
      else
        query.append(
          key,
          picked(entry)
            .flatMap((record) => addressOf(field, record) ?? [])
            .join(','),
        );
    } else query.append(key, spelled(field, entry, [reading.value].flat(), context));
  }
  // Programs that find links in a text take a point at the end for the sentence's.
  return { query: query.toString().replace(/\.$/, '%2E'), faults };
}

const picked = (entry: unknown) => (entry as PickedEntry).picked;

/** What names a record of its object for certain: a company's domain, a person's e-mail address; null when nothing does. */
function addressOf(field: Field, { object: of, details = [] }: Picked): string | null {
  const read = { companies: domainIn, people: emailIn };
  const objects = makeableObjects(field);
  const object = objects.find((one) => one === of) ?? (objects.length === 1 ? objects[0] : undefined);
  return (object && details.find((detail) => read[object](detail) === detail)) ?? null;
}

/** Values as text that is read the same everywhere. */
function spelled(field: Field, entry: unknown, values: readonly unknown[], { locale, members }: EntryContext): string {
  switch (field.type) {
    case 'status':
    case 'select':
      return values.map((id) => choiceText(field, String(id))).join(',');
    case 'actor-reference':
      return values.map((id) => members.find((member) => member.id === id)?.email_address ?? '').join(',');
    case 'number':
      return textsOf(field, entry)
        .map((text) => decimalText(text, locale))
        .join('; ');
    case 'currency':
      return textsOf(field, entry)
        .map((text) => moneyText(text, field, locale))
        .join('; ');
    case 'date':
    case 'timestamp':
      return datedTexts(field, entry as DatedText)
        .map((text, at) => (readOffset(plainly(text)) ? text : String(values[at])))
        .join('; ');
    default:
      return values.map(String).join(', ').trim();
  }
}

const textsOf = ({ multi }: Field, entry: unknown): string[] => (multi ? pieces(String(entry)) : [String(entry)]);

const datedTexts = ({ multi }: Field, entry: DatedText): string[] =>
  (multi ? datedPieces(entry) : [entry]).map(({ text }) => text.trim());

/** A choice by its title, which people can read; by its id where the title means another choice too, or would be cut in two. */
function choiceText(field: Field, id: string): string {
  const same = (one: string, other: string) => one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0;
  const title = choicesOf(field).find((choice) => choice.id === id)?.title ?? id;
  const isPlain = title === title.trim() && title !== '' && !title.includes(',');
  return isPlain && choicesOf(field).filter((choice) => same(choice.title, title)).length === 1 ? title : id;
}

function decimalText(text: string, locale: string): string {
  const reading = isFormula(text) ? readFormula(text, locale) : readDecimal(text, locale);
  return reading.ok ? numeral(reading.decimal) : text;
}
