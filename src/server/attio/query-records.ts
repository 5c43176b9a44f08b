import * as z from 'zod/mini';
import type { StoredValue } from '../../attributes/attribute-forms.ts';
import type { Clock } from '../clock.ts';
import type { AttioClient } from './client.ts';
import { readAnswer } from './read-answer.ts';

const recordsSchema = z.looseObject({
  data: z.array(
    z.looseObject({
      id: z.looseObject({ record_id: z.string() }),
      values: z.catch(z.record(z.string(), z.catch(z.array(z.looseObject({})), [])), {}),
    }),
  ),
});

/** A record of any object, by attribute slug. */
export interface FoundRecord {
  id: string;
  values: Readonly<Record<string, readonly StoredValue[]>>;
}

/** The body of Attio's query (docs.attio.com, filtering and sorting). */
export interface RecordQuery {
  filter?: Readonly<Record<string, unknown>>;
  sorts?: readonly { attribute: string; direction: 'asc' | 'desc' }[];
  limit: number;
}

/**
 * Records by the query endpoint, which sees every write at once (the search endpoint lags behind).
 * @throws ProblemError, TokenRefused
 */
export async function queryRecords(
  client: AttioClient,
  token: string,
  object: string,
  query: RecordQuery,
  now: Clock,
): Promise<FoundRecord[]> {
  const answer = await client.call('queryRecords', { token, parameters: { object }, body: query });
  return readAnswer(answer, recordsSchema, now).data.map(({ id, values }) => ({ id: id.record_id, values }));
}
