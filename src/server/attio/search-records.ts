import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import type { AttioClient } from './client.ts';
import { readAnswer } from './read-answer.ts';

const strings = z.catch(z.optional(z.array(z.string())), undefined);

const hitsSchema = z.looseObject({
  data: z.array(
    z.looseObject({
      id: z.looseObject({ record_id: z.string() }),
      record_text: z.catch(z.string(), ''),
      email_addresses: strings,
      domains: strings,
    }),
  ),
});

/** What Attio's search tells of a record: no values, only what names it. */
export interface SearchHit {
  id: string;
  text: string;
  emailAddresses: string[];
  domains: string[];
}

/** The search endpoint's own ceiling (docs.attio.com, search records). */
const limit = 25;

/**
 * Records of an object that fit a text, as far as the member may see them. Fuzzy, and eventually consistent.
 * @throws ProblemError, TokenRefused
 */
export async function searchRecords(
  client: AttioClient,
  token: string,
  { object, query, memberId }: { object: string; query: string; memberId: string },
  now: Clock,
  deadlineMs?: number,
): Promise<SearchHit[]> {
  const answer = await client.call('searchRecords', {
    token,
    deadlineMs,
    body: {
      query,
      objects: [object],
      limit,
      request_as: { type: 'workspace-member', workspace_member_id: memberId },
    },
  });
  return readAnswer(answer, hitsSchema, now).data.map((hit) => ({
    id: hit.id.record_id,
    text: hit.record_text,
    emailAddresses: hit.email_addresses ?? [],
    domains: hit.domains ?? [],
  }));
}
