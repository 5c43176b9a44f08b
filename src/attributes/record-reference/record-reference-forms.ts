import * as z from 'zod/mini';
import type { Field } from '../../contract/deal-form.ts';
import type { AttributeForms } from '../attribute-forms.ts';
import { isNewReference, type NewReference } from './new-record.ts';
import { newReferenceSchema } from './new-record-schema.ts';

/** A record by id; `object` (its slug) may be left out where the attribute allows one object only. */
export interface RecordReference {
  id: string;
  object?: string | undefined;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function existingSchema({ config: { target_objects: targets } }: Field): z.ZodMiniType<RecordReference> {
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
}

const newSchema = ({ config: { target_objects: targets } }: Field): z.ZodMiniType<NewReference> =>
  newReferenceSchema.check(
    z.refine((reference) => targets === null || targets.includes(reference.new.object), { error: 'wrong_object' }),
  );

/** A record that is there, or one that is to be made with the deal. */
export const recordReferenceForms: AttributeForms<RecordReference | NewReference> = {
  schema(field) {
    const [existing, fresh] = [existingSchema(field), newSchema(field)];
    // Not a union, whose issues would say no more than that neither fits.
    return z.pipe(
      z.unknown(),
      z.transform((input, context) => {
        const judged = z.safeParse<z.ZodMiniType<RecordReference | NewReference>>(
          isNewReference(input) ? fresh : existing,
          input,
        );
        if (judged.success) return judged.data;
        context.issues.push({ code: 'custom', input, message: judged.error.issues[0]?.message ?? 'wrong_type' });
        return z.NEVER;
      }),
    );
  },
  write: (value) =>
    // What was to be made has been made before anything is written.
    isNewReference(value) ? null : { target_object: value.object, target_record_id: value.id },
  read: (stored) =>
    typeof stored.target_record_id === 'string' && typeof stored.target_object === 'string'
      ? { id: stored.target_record_id, object: stored.target_object }
      : null,
  hasLocalWords: false,
  words: (value, _field, { recordNames }) =>
    isNewReference(value) ? value.new.name : (recordNames[value.id] ?? value.id.slice(0, 8)),
  examples: (field, { recordIds }) => recordIds.map((id) => ({ id, object: field.config.target_objects?.[0] })),
};
