import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import type { AttioClient } from './client.ts';
import { readAnswer } from './read-answer.ts';

const objectsSchema = z.looseObject({
  data: z.array(z.looseObject({ id: z.looseObject({ object_id: z.string() }), api_slug: z.string() })),
});

/**
 * The slugs of the workspace's objects by object id; reference attributes name their targets by id.
 * @throws ProblemError, TokenRefused
 */
export async function listObjectSlugs(client: AttioClient, token: string, now: Clock): Promise<ReadonlyMap<string, string>> {
  const { data } = readAnswer(await client.call('listObjects', { token }), objectsSchema, now);
  return new Map(data.map(({ id, api_slug }) => [id.object_id, api_slug]));
}
