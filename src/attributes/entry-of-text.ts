import type { Choice, Field, Member } from '../contract/deal-form.ts';
import type { Suggestion } from '../contract/lookup.ts';
import { choicesOf } from './choice-entry.ts';
import { withoutMidnight } from './date/at-midnight.ts';
import { typedNow } from './date/dated-text.ts';
import { foldedWords } from './matches-text.ts';
import type { Picked, PickedEntry } from './picked-entry.ts';
import { makeableObjects, objectMeant } from './record-reference/new-record.ts';
import { addressIn } from './record-reference/new-record-key.ts';
import { pastedRecords, unpasted } from './record-reference/pasted-records.ts';
import { startsByType } from './starts-by-type.ts';
import { inOneLine, isOneLine } from './text/one-line.ts';

/** What is needed to make an entry of a text that somebody else wrote. */
export interface TextContext {
  /** BCP 47. */
  locale: string;
  members: readonly Member[];
  /** How the text has its numbers: as programs write them (`48000.5`), or as people of the locale do. */
  numbers: 'plain' | 'typed';
  /** The id of the member who writes. */
  me: string;
  findRecords: (field: Field, uniques: readonly string[]) => Promise<ReadonlyMap<string, Suggestion>>;
  /** The one record that is called so, whatever the case; null when there is none, or several. */
  findByName: (field: Field, name: string) => Promise<Suggestion | null>;
}

/** What people and programs write for a box that is checked, in English, German and Arabic. */
const checkedWords = /^(1|true|yes|y|on|wahr|ja|j|نعم|صح|صحيح|x|[✓✔☑✅]\ufe0f?)$/i;
const uncheckedWords = /^(0|false|no|n|off|falsch|nein|لا|خطأ|☐)$/i;

/**
 * The entry of a field that a text from elsewhere means: a link, a pasted row. Choices by title, members by address, people and
 * companies by address or domain, or as the only ones of their name. What is typed as text stays text, to be read as if the rep had typed it; what a picker cannot tell
 * stands in it to be picked. Null where the text means nothing for the field.
 */
export async function entryOfText(field: Field, text: string, context: TextContext): Promise<unknown> {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  switch (field.type) {
    case 'status':
    case 'select':
      return choicesEntry(field, trimmed);
    case 'actor-reference':
      return membersEntry(field, trimmed, context);
    case 'record-reference':
      return recordsEntry(field, trimmed, context);
    case 'number':
    case 'currency':
      return context.numbers === 'plain' ? asTyped(trimmed, context.locale) : trimmed;
    case 'date':
      return typedNow(withoutMidnight(trimmed));
    case 'timestamp':
      return typedNow(trimmed);
    case 'checkbox':
      return checkedWords.test(trimmed) ? true : uncheckedWords.test(trimmed) ? false : null;
    case 'rating':
      return /^[0-5]$/.test(trimmed) ? trimmed : null;
    case 'location':
    case 'personal-name':
      return null;
    case 'text':
      return isOneLine(field) ? inOneLine(trimmed) : trimmed;
    default:
      return inOneLine(trimmed);
  }
}

/** A plain decimal as the rep would type it; anything else as it stands. */
function asTyped(text: string, locale: string): string {
  if (!/^-?\d+\.\d+$/.test(text)) return text;
  const separator = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  return text.replace('.', separator);
}

function choicesEntry(field: Field, text: string): unknown {
  const choices = choicesOf(field);
  const named = (title: string): Choice | undefined =>
    choices.find(({ id }) => id === title) ?? choices.find((choice) => isSame(choice.title, title)) ?? unadorned(choices, title);
  const whole = named(text);
  const several = field.multi && !whole ? text.split(',').map((part) => named(part.trim())) : [whole];
  const ids = several.flatMap((choice) => choice?.id ?? []);
  return ids.length < several.length ? null : startsByType[field.type].from(field.multi ? ids : ids[0], field);
}

/** Pictures, and what joins and colours them. Signs of mathematics and money mean something. */
const pictures = /[\p{So}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\u200d|[\ufe0e\ufe0f]/gu;

/** The only choice that is called so but for pictures in its title, or in the text: `Won` is `Won 🎉`. Two pictures may mean two things. */
function unadorned(choices: readonly Choice[], text: string): Choice | undefined {
  const bare = (title: string) => title.replace(pictures, '').replace(/\s+/g, ' ').trim();
  const isBare = (title: string) => title.trim() === bare(title);
  const alike = choices.filter(({ title }) => bare(text) !== '' && isSame(bare(title), bare(text)));
  const [one] = alike;
  return one && alike.length === 1 && (isBare(text) || isBare(one.title)) ? one : undefined;
}

const isSame = (one: string, other: string): boolean => one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0;

function membersEntry({ multi }: Field, text: string, { members, me }: TextContext): PickedEntry {
  const active = members.filter(({ suspended }) => !suspended);
  const named = (part: string): Member | undefined => {
    if (part === 'me') return active.find(({ id }) => id === me);
    const address = addressIn(part) ?? part;
    const whole = active.find(({ name, email_address }) => isSame(email_address, address) || isSame(name, part));
    if (whole) return whole;
    // A part of a name is enough where it is one member's alone.
    const words = foldedWords(part);
    const [one, another] = active.filter(
      ({ name }) => words.length > 0 && words.every((word) => foldedWords(name).includes(word)),
    );
    return another ? undefined : one;
  };
  const whole = named(text);
  const parts = multi && !whole ? text.split(',').map((part) => part.trim()) : [text];
  const found = new Set(parts.flatMap((part) => named(part) ?? []));
  return {
    picked: [...found].map(({ id, name, email_address }) => ({ id, name, details: [email_address] })),
    text: parts.filter((part) => !named(part)).join(', '),
  };
}

async function recordsEntry(field: Field, text: string, context: TextContext): Promise<PickedEntry> {
  const entry = await addressedEntry(field, text, context);
  if (entry.picked.length > 0 || entry.text.includes('@')) return entry;
  const one = await context.findByName(field, entry.text).catch(() => null);
  return one ? { picked: [pickedOf(one)], text: '' } : entry;
}

const pickedOf = ({ id, name, object, details }: Suggestion): Picked => ({ id, name, object, details });

/** `Acme (acme.com)` as `Acme <acme.com>`; all else as it stands. */
export const bracketed = (text: string): string => text.replace(/ \(([^\s()<>]+[.@][^\s()<>]+)\)/g, ' <$1>');

/** The records of a text that consists of addresses or domains. */
async function addressedEntry(field: Field, text: string, { findRecords }: TextContext): Promise<PickedEntry> {
  const objects = makeableObjects(field);
  // Where companies and people can be linked, each piece tells which it is.
  const pieces = objects.length > 1 ? text.split(',') : [text];
  const read = pieces.map((piece) => pastedRecords(bracketed(piece), objectMeant(field, bracketed(piece)) ?? 'people'));
  const wanted = objects.length > 0 && read.every((records) => records.length > 0) ? read.flat() : [];
  if (wanted.length === 0 || (wanted.length > 1 && !field.multi)) return { picked: [], text: inOneLine(text) };
  // Without a connection it stands there as text, which is told at the send.
  const found = await findRecords(
    field,
    wanted.map(({ unique }) => unique),
  ).catch((): ReadonlyMap<string, Suggestion> => new Map());
  const picked = wanted.flatMap(({ unique }) => found.get(unique) ?? []).map(pickedOf);
  return { picked, text: unpasted(wanted, found) };
}
