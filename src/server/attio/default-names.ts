import type { RecordReference } from '../../attributes/record-reference/record-reference-forms.ts';
import type { Field } from '../../contract/deal-form.ts';
import type { Rule } from '../../contract/workspace-settings.ts';
import type { Clock } from '../clock.ts';
import type { AttioClient } from './client.ts';
import { readRecordNames } from './record-names.ts';

/** The records that the form may fill in by itself: those of a field's own default, and of the rules about it. */
function fillingReferences({ slug, type, default: own }: Field, rules: readonly Rule[]): RecordReference[] {
  if (type !== 'record-reference') return [];
  const fillings = rules.filter(({ attribute, effect }) => attribute === slug && effect === 'default');
  return [own, ...fillings.map(({ value }) => value)].flat().filter((value) => value !== null) as RecordReference[];
}

/**
 * The fields with the names of the records that they may be filled with. Hardly a workspace has any; where they cannot be read the
 * form does without rather than not at all.
 */
export async function withDefaultNames(
  client: AttioClient,
  token: string,
  { fields, rules }: { fields: Field[]; rules: readonly Rule[] },
  now: Clock,
): Promise<Field[]> {
  const references = fields.flatMap((field) => fillingReferences(field, rules));
  if (references.length === 0) return fields;
  const names = await readRecordNames(client, token, references, now).catch((): Record<string, string> => ({}));
  return fields.map((field) => {
    const ids = fillingReferences(field, rules).map(({ id }) => id);
    if (ids.length === 0) return field;
    return {
      ...field,
      default_names: Object.fromEntries(ids.flatMap((id) => (names[id] === undefined ? [] : [[id, names[id]]]))),
    };
  });
}
