import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import type { AttioClient } from './client.ts';
import { readAnswer } from './read-answer.ts';

const flag = z.catch(z.boolean(), false);

/** One attribute as Attio lists it. Lenient: only what tells attributes apart must be there. */
const attributeSchema = z.looseObject({
  id: z.looseObject({ attribute_id: z.string() }),
  api_slug: z.string(),
  title: z.string(),
  description: z.catch(z.nullable(z.string()), null),
  /** An open list. */
  type: z.string(),
  is_system_attribute: flag,
  is_writable: flag,
  is_required: flag,
  is_unique: flag,
  is_multiselect: flag,
  is_archived: flag,
  default_value: z.catch(z.nullable(z.looseObject({ type: z.string(), template: z.optional(z.unknown()) })), null),
  relationship: z.catch(z.nullable(z.looseObject({ object_slug: z.string() })), null),
  config: z.catch(
    z.looseObject({
      currency: z.catch(z.nullable(z.looseObject({ default_currency_code: z.nullable(z.string()) })), null),
      record_reference: z.catch(z.nullable(z.looseObject({ allowed_object_ids: z.nullable(z.array(z.string())) })), null),
    }),
    { currency: null, record_reference: null },
  ),
});
export type Attribute = z.infer<typeof attributeSchema>;

const attributesSchema = z.looseObject({ data: z.array(attributeSchema) });

/**
 * The attributes of an object, in the workspace's order.
 * @throws ProblemError, TokenRefused
 */
export async function listAttributes(client: AttioClient, token: string, object: string, now: Clock): Promise<Attribute[]> {
  const answer = await client.call('listAttributes', { token, parameters: { object } });
  return readAnswer(answer, attributesSchema, now).data;
}
