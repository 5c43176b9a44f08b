import type { Reading } from './attribute-entry.ts';

/** Something picked from a list: enough to show its chip again after a reload without asking anybody. */
export interface Picked {
  id: string;
  name: string;
  object?: string;
  details?: string[];
}

/** What a picker holds: the chips, and the text typed since that is not one yet. */
export interface PickedEntry {
  picked: Picked[];
  text: string;
}

/** The fault of a picker in which text stands that was never picked: it is told, not dropped. Null when there is none. */
export const pickedText = (entry: PickedEntry): Reading | null =>
  entry.text.trim() === '' ? null : { ok: false, code: 'not_picked', detail: entry.text.trim() };
