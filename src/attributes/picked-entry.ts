import type { Field } from '../contract/deal-form.ts';
import type { EntryStart, Reading } from './attribute-entry.ts';
import type { NewRecord } from './record-reference/new-record.ts';

/** Something picked from a list: enough to show its chip again after a reload without asking anybody. */
export interface Picked {
  id: string;
  name: string;
  object?: string;
  details?: string[];
  /** It is not in Attio yet: it is made with the deal. */
  new?: NewRecord;
}

/** A new record that is being entered. */
export interface Making {
  /** Absent in drafts that were begun when a field made records of one object only. */
  object?: NewRecord['object'];
  name: string;
  /** Its domain or e-mail address, as typed. */
  unique: string;
}

/** Something a list offers, with words it is found by beside those it shows. */
export interface Candidate extends Picked {
  alsoFoundBy?: readonly string[];
}

/** What a picker holds: the chips, and the text typed since that is not one yet. */
export interface PickedEntry {
  picked: Picked[];
  text: string;
  making?: Making | undefined;
}

/** The fault of a picker in which text stands that was never picked: it is told, not dropped. Null when there is none. */
export const pickedText = (entry: PickedEntry): Reading | null =>
  entry.text.trim() === '' ? null : { ok: false, code: 'not_picked', detail: entry.text.trim() };

/** What a list need not offer again. Whoever types for the one that is chosen finds it, and keeps it by choosing it. */
export const takenIds = ({ multi }: Field, { picked, text }: PickedEntry): ReadonlySet<string> =>
  new Set(multi || text.trim() === '' ? picked.map(({ id }) => id) : []);

/** Whether an entry is a picker's. */
export const isPicked = (entry: unknown): entry is PickedEntry =>
  typeof entry === 'object' &&
  entry !== null &&
  'picked' in entry &&
  Array.isArray(entry.picked) &&
  'text' in entry &&
  typeof entry.text === 'string';

/** How a picker starts: with nothing picked. */
export const pickedStart: EntryStart<PickedEntry> = {
  blank: () => ({ picked: [], text: '' }),
  from: () => ({ picked: [], text: '' }),
};
