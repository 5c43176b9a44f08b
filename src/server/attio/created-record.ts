import * as z from 'zod/mini';
import type { DealRecord } from '../../contract/submission.ts';
import { safeWebUrl } from './safe-web-url.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const id = z.string().check(z.regex(uuid));

/** Only the three ids prove a record; whatever else is odd in the answer, the deal exists. */
const essentialSchema = z.looseObject({
  data: z.looseObject({ id: z.looseObject({ workspace_id: id, object_id: id, record_id: id }) }),
});

const storedValues = z.array(z.looseObject({}));

/**
 * The record in the answer to a create; null when the answer does not prove one in this workspace. Unknown enum values,
 * extra attributes and attributes of a strange shape are kept or left out, never a reason to doubt the deal.
 */
export function readCreatedRecord(json: unknown, workspaceId: string, appUrl: string): DealRecord | null {
  const parsed = z.safeParse(essentialSchema, json);
  if (!parsed.success) return null;
  const { data } = parsed.data;
  if (data.id.workspace_id.toLowerCase() !== workspaceId.toLowerCase()) return null;
  const values: DealRecord['values'] = {};
  if (typeof data['values'] === 'object' && data['values'] !== null) {
    for (const [slug, value] of Object.entries(data['values'])) {
      const stored = z.safeParse(storedValues, value);
      if (stored.success) values[slug] = stored.data;
    }
  }
  return {
    ...data,
    created_at: typeof data['created_at'] === 'string' ? data['created_at'] : undefined,
    web_url: safeWebUrl(data['web_url'], appUrl),
    values,
  };
}
