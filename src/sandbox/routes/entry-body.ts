import { refusals } from '../errors/refusals.ts';
import { BodyReader } from '../http/body-reader.ts';
import { PARENT_RECORD } from '../workspace/parent-record.ts';

/** What a request says of a new or asserted entry. */
export type EntryBody = { parentObject: string; parentRecordId: string; values: Record<string, unknown> };

/** Reads `{data: {parent_record_id, parent_object, entry_values}}`; all three keys are required. */
export function entryBody(body: unknown): EntryBody {
  const reader = new BodyReader();
  const data = reader.object(reader.object(body, []).data, ['data']);
  const parentRecordId = reader.uuid(data.parent_record_id, ['data', 'parent_record_id']);
  const parentObject = reader.string(data.parent_object, ['data', 'parent_object']);
  const values = reader.object(data.entry_values, ['data', 'entry_values']);
  reader.finish();
  return { parentObject, parentRecordId, values };
}

/** Reads `{data: {entry_values}}`, the body of a change. Naming another parent is refused in words of its own. */
export function changedEntryBody(body: unknown): Record<string, unknown> {
  const reader = new BodyReader();
  const data = reader.object(reader.object(body, []).data, ['data']);
  const { parent_record_id: id, parent_object: object, ...others } = data;
  const namesParent = id !== undefined || object !== undefined;
  const values =
    namesParent && others.entry_values === undefined ? {} : reader.object(others.entry_values, ['data', 'entry_values']);
  reader.onlyKeys(others, ['entry_values'], ['data']);
  reader.finish();
  if (namesParent || Object.hasOwn(values, PARENT_RECORD)) throw refusals.parentIsFixed();
  return values;
}
