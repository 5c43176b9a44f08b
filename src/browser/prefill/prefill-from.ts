import { entryOfText, type TextContext } from '../../attributes/entry-of-text.ts';
import { allParts, isParts, type PartsEntry } from '../../attributes/parts-entry.ts';
import { isPicked } from '../../attributes/picked-entry.ts';
import { isStageField, stageIdIn } from '../../attributes/stage-rules.ts';
import { startsByType } from '../../attributes/starts-by-type.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { likeParameter } from '../../contract/paths.ts';
import type { FieldError } from '../../contract/problem.ts';
import { findByName } from '../api/look-up.ts';
import type { Entries } from '../deal-form/draft-store.ts';
import { judgeFilled } from '../deal-form/judge-filled.ts';
import { startingEntries } from '../deal-form/starting-entries.ts';
import { fieldOfKey } from './link-keys.ts';
import { prefillLike } from './prefill-like.ts';

/** What was in a deal and is not in the one that is to be like it. */
export interface LeftOut {
  title: string;
  /** What was sent, in words. */
  text: string;
  /** `gone`: there is no such field, choice, member or record any more; `unique`: no two deals may have the same. */
  why: 'gone' | 'partly_gone' | 'unique';
}

/** What a link filled in, and what of it could not be. */
export interface Prefill {
  entries: Entries;
  /** Titles of the fields that were filled in. */
  filled: string[];
  /** Fields whose text means nothing there; it stands in the field where that has room for any text. */
  unclear: { title: string; text: string }[];
  /** Pickers in which stands what nobody has found: it may be picked, or made. */
  unpicked: { title: string; text: string }[];
  /** What is wrong with what is unclear, for its fields. */
  errors?: readonly FieldError[];
  /** Keys that name no field. */
  unknown: string[];
  /** Of a link that asks for a deal like another: what was left out, or why nothing could be filled in. */
  like?: { leftOut: LeftOut[]; failed: 'forgotten' | 'unread' | null };
}

/** Numbers stand in links as programs write them. */
type LinkContext = Omit<TextContext, 'numbers'>;

/** Nobody writes more into a link, and each is worked on. */
const mostKeys = 100;

/**
 * The form as the page's address fills it in. The address is then without it, so that a reload goes on with the draft; what could
 * not be read just now stays for the next try.
 */
export async function prefillFromAddress(form: DealForm, known: Omit<LinkContext, 'findByName'>): Promise<Prefill> {
  const { search, pathname } = window.location;
  const id = new URLSearchParams(search).get(likeParameter);
  const context: LinkContext = { ...known, findByName: (field, name) => findByName(field, name, known.me) };
  const prefill = await (id === null ? prefillFrom(search, form, context) : prefillLike(id, form));
  if (prefill.like?.failed !== 'unread') history.replaceState(null, '', pathname);
  return prefill;
}

/**
 * The form as a link's query fills it in: `?company=acme.com&value=48000&stage=Lead`, by the slugs of attributes. A key that stands
 * there twice gives several values; one without a text leaves its field as it is. Everything is text of somebody else's: it is shown,
 * judged and sent only as the rep's own is.
 */
export async function prefillFrom(search: string, form: DealForm, context: LinkContext): Promise<Prefill> {
  const query = new URLSearchParams(search);
  const keys = [...new Set(query.keys())].slice(0, mostKeys);
  const prefill: Prefill = { entries: {}, filled: [], unclear: [], unpicked: [], unknown: [] };
  const texts = new Map<Field, string[]>();
  for (const key of keys) {
    const { field, part } = fieldOfKey(key, form.fields);
    const given = query.getAll(key);
    const written = given.filter((text) => text.trim() !== '');
    if (!field) prefill.unknown.push(key || `=${given[0]}`);
    else if (written.length === 0) continue;
    else if (part !== undefined) prefill.entries[field.slug] = withPart(field, prefill.entries[field.slug], part, given);
    else texts.set(field, [...(texts.get(field) ?? []), ...written]);
  }
  await Promise.all(
    [...texts].map(async ([field, written]) => {
      // Commas belong to numbers and dates.
      const separator = /^(number|currency|date|timestamp)$/.test(field.type) ? '; ' : ', ';
      const text = written.join(separator);
      const entry = await entryOfText(field, text, { ...context, numbers: 'plain' });
      if (entry !== null) prefill.entries[field.slug] = entry;
      else prefill.unclear.push({ title: field.title, text });
    }),
  );
  const stage = form.fields.find(isStageField);
  const starting = startingEntries(form, stage && stageIdIn(prefill.entries[stage.slug]));
  const entries = { ...starting, ...prefill.entries };
  const { unread, errors } = await judgeFilled(form, entries, Object.keys(prefill.entries), context.locale);
  for (const { slug, title } of form.fields.filter(({ slug }) => Object.hasOwn(prefill.entries, slug))) {
    const [entry, found] = [entries[slug], unread[slug]];
    if (!found || (isPicked(entry) && entry.picked.length > 0)) prefill.filled.push(title);
    if (found) prefill[found.why].push({ title, text: found.text });
  }
  return { ...prefill, entries, errors };
}

/** An entry of parts with one of them filled in, in each of its values. */
function withPart(field: Field, entry: unknown, part: string, texts: readonly string[]): PartsEntry {
  const blank = startsByType[field.type].blank(field) as PartsEntry;
  const had = isParts(entry) ? allParts(entry) : [];
  const count = field.multi ? Math.max(had.length, texts.length) : 1;
  const [parts = blank.parts, ...more] = Array.from({ length: count }, (_, at) => ({
    ...(had[at] ?? blank.parts),
    [part]: (field.multi ? texts[at] : texts.join(', ')) ?? '',
  }));
  return { parts, ...(more.length > 0 && { more }) };
}
