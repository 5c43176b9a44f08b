import type { RecordReference } from '../../attributes/record-reference/record-reference-forms.ts';
import type { Field } from '../../contract/deal-form.ts';
import type { Clock } from '../clock.ts';
import type { AttioClient } from './client.ts';
import { readRecordNames } from './record-names.ts';

/** The records that a field's default refers to. */
const defaultReferences = ({ type, default: value }: Field): RecordReference[] =>
  type === 'record-reference' && value !== null ? ([value].flat() as RecordReference[]) : [];

/**
 * The fields with the names of the records that their defaults refer to. Hardly a workspace has any; where they cannot be read the
 * form does without these defaults rather than not at all.
 */
export async function withDefaultNames(client: AttioClient, token: string, fields: Field[], now: Clock): Promise<Field[]> {
  const references = fields.flatMap(defaultReferences);
  if (references.length === 0) return fields;
  const names = await readRecordNames(client, token, references, now).catch((): Record<string, string> => ({}));
  return fields.map((field) => {
    const ids = defaultReferences(field).map(({ id }) => id);
    if (ids.length === 0) return field;
    return {
      ...field,
      default_names: Object.fromEntries(ids.flatMap((id) => (names[id] === undefined ? [] : [[id, names[id]]]))),
    };
  });
}
