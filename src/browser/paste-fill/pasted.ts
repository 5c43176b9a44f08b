import type { Entries } from '../deal-form/draft-store.ts';
import type { Unread } from '../deal-form/judge-filled.ts';
import { isSameEntry } from '../deal-form/starting-entries.ts';

/** A field that a paste filled in. */
export interface PastedField {
  entry: unknown;
  /** What stood there. */
  before: unknown;
  /** Why it cannot be sent as it stands, if it cannot. */
  unread?: Unread;
}

/** What pastes have done to a form. It is kept with its draft. */
export interface Pasted {
  /** By slug, what still stands as it was filled in. */
  marks: Readonly<Record<string, PastedField>>;
  /** Titles of fields in which something stood already, with what was pasted for them. */
  kept: readonly { title: string; text: string }[];
  /** Pieces that mean nothing here. */
  rest: readonly string[];
  /** Rows that are other deals. */
  more: readonly string[];
  /** The last text with such rows, to read them from. Pastes of earlier releases have none. */
  source?: string;
}

/** What pastes have done, with one more: what the earlier ones filled in still stands, and what they left is still told. */
export function withPaste(before: Pasted | null, next: Pasted): Pasted {
  if (!before) return next;
  const { kept } = before;
  const isNew = (one: Pasted['kept'][number]) => !kept.some(({ title, text }) => one.title === title && one.text === text);
  return {
    marks: { ...before.marks, ...next.marks },
    kept: [...kept, ...next.kept.filter(isNew)],
    rest: [...new Set([...before.rest, ...next.rest])],
    more: [...before.more, ...next.more.filter((row) => !before.more.includes(row))],
    ...((next.source ?? before.source) !== undefined && { source: next.source ?? before.source }),
  };
}

/** The same with the marks that hold: those of fields that the rep has not changed. */
export function holding(pasted: Pasted, entries: Entries): Pasted {
  const marks = Object.entries(pasted.marks);
  const held = marks.filter(([slug, { entry }]) => isSameEntry(entries[slug], entry));
  return held.length < marks.length ? { ...pasted, marks: Object.fromEntries(held) } : pasted;
}
