import type { Field, Member } from '../contract/deal-form.ts';
import type { Exchange } from '../contract/workspace-settings.ts';

/** What reading an entry needs to know beside its field. */
export interface EntryContext {
  /** BCP 47: how numbers, money and dates are typed. */
  locale: string;
  members: readonly Member[];
  /** The workspace's rates, for money of another currency; null or absent where it has none. */
  exchange?: Exchange | null;
}

/** What an entry means: a value (undefined when nothing was entered), or why it cannot be read. */
export type Reading =
  /** `original`: what was agreed, in words, where the value was converted from it. */
  { ok: true; value: unknown; original?: string } | { ok: false; code: string; detail?: string };

/** How an entry starts: all that the first paint needs of it. */
export interface EntryStart<Entry = unknown> {
  /** The entry of a field that nobody has touched. */
  blank(field: Field): Entry;
  /** The entry that shows a value (a default, say). */
  from(value: unknown, field: Field): Entry;
}

/**
 * What an input holds while the rep types: the words as typed and the records picked, so that no keystroke is lost to an
 * early conversion. Entries are plain JSON: a draft is the entries of its fields.
 */
export interface AttributeEntry<Entry = unknown> extends EntryStart<Entry> {
  /** The value of the whole field, several values included. */
  read(entry: Entry, field: Field, context: EntryContext): Reading;
}

/** The reading of an entry in which nothing was entered. */
export const nothing: Reading = { ok: true, value: undefined };
