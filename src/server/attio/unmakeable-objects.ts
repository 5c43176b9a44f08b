import type { DealForm } from '../../contract/deal-form.ts';
import type { Clock } from '../clock.ts';
import { type Attribute, listAttributes } from './attribute.ts';
import type { AttioClient } from './client.ts';
import { TokenRefused } from './read-answer.ts';

/** What is written of a new record (`new-record-body.ts`). */
const given = { companies: ['name', 'domains'], people: ['name', 'email_addresses'] } as const;

/** Reads what keeps companies and people from being made with a deal: attributes that Attio requires of them besides. @throws TokenRefused */
export async function readUnmakeable(client: AttioClient, token: string, now: Clock): Promise<DealForm['unmakeable']> {
  const objects = await Promise.all(
    (['companies', 'people'] as const).map(async (object) => {
      const attributes = await listAttributes(client, token, object, now).catch((error: unknown): Attribute[] => {
        if (error instanceof TokenRefused) throw error;
        // Not to be seen, or not at the moment: whether anything is lacking shows when one is made.
        return [];
      });
      return { object, required: attributes.filter(isLacking(given[object])).map(({ title }) => title) };
    }),
  );
  return objects.filter(({ required }) => required.length > 0);
}

const isLacking =
  (slugs: readonly string[]) =>
  ({ api_slug, is_required, is_archived, default_value }: Attribute): boolean =>
    is_required && !is_archived && default_value === null && !slugs.includes(api_slug);
