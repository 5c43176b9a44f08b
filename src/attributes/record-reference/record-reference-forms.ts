import * as z from 'zod/mini';
import type { AttributeForms } from '../attribute-forms.ts';

/** A record by id; `object` (its slug) may be left out where the attribute allows one object only. */
export interface RecordReference {
  id: string;
  object?: string | undefined;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const recordReferenceForms: AttributeForms<RecordReference> = {
  schema: (field) => {
    const targets = field.config.target_objects;
    const onlyTarget = targets?.length === 1 ? targets[0] : undefined;
    return z
      .strictObject(
        {
          // Attio's ids are of several UUID versions (4 and 5 are seen), so only the shape is judged.
          id: z.string({ error: 'wrong_type' }).check(z.toLowerCase(), z.regex(uuid, { error: 'wrong_type' })),
          object: z.optional(z.string({ error: 'wrong_type' })),
        },
        { error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') },
      )
      .check(
        z.overwrite((reference) => ({ ...reference, object: reference.object ?? onlyTarget })),
        z.refine(({ object }) => object !== undefined && (targets === null || targets.includes(object)), {
          error: 'wrong_object',
        }),
      );
  },
  write: (value) => ({ target_object: value.object, target_record_id: value.id }),
  read: (stored) =>
    typeof stored.target_record_id === 'string' && typeof stored.target_object === 'string'
      ? { id: stored.target_record_id, object: stored.target_object }
      : null,
  words: (value, _field, { recordNames }) => recordNames[value.id] ?? value.id.slice(0, 8),
  examples: (field, { recordIds }) => recordIds.map((id) => ({ id, object: field.config.target_objects?.[0] })),
};
