import * as z from 'zod/mini';
import type { DealRecord } from '../../contract/submission.ts';
import type { Clock } from '../clock.ts';
import { type AttioClient, tooLarge } from './client.ts';
import { readCreatedRecord } from './created-record.ts';
import { readAnswer } from './read-answer.ts';

/** Of a workspace with many attributes so many may be more than an answer may have; then fewer are asked for. */
const largestPage = 100;
/** Far more deals than any workspace creates in the minutes that are ever asked for. */
const maxDeals = 5_000;

const pageSchema = z.looseObject({ data: z.array(z.unknown()) });

export interface DealQuery {
  token: string;
  workspaceId: string;
  appUrl: string;
  filter: Readonly<Record<string, unknown>>;
}

/**
 * All deals that a filter lets through, oldest first, by the query endpoint, which sees every write at once.
 * @throws ProblemError, TokenRefused
 */
export async function queryDeals(client: AttioClient, query: DealQuery, now: Clock): Promise<DealRecord[]> {
  const found: DealRecord[] = [];
  let limit = largestPage;
  for (let offset = 0; offset < maxDeals; ) {
    const answer = await client.call('queryRecords', {
      token: query.token,
      parameters: { object: 'deals' },
      body: { filter: query.filter, sorts: [{ attribute: 'created_at', direction: 'asc' }], limit, offset },
    });
    if (answer.kind === 'lost' && answer.reason === tooLarge && limit > 1) {
      limit = Math.ceil(limit / 5);
      continue;
    }
    const { data } = readAnswer(answer, pageSchema, now);
    found.push(...data.flatMap((one) => readCreatedRecord({ data: one }, query.workspaceId, query.appUrl) ?? []));
    if (data.length < limit) break;
    offset += data.length;
  }
  return found;
}
