import * as z from 'zod/mini';
import type { DealRecord } from '../../contract/submission.ts';
import type { Clock } from '../clock.ts';
import type { AttioClient } from './client.ts';
import { readCreatedRecord } from './created-record.ts';
import { readAnswer } from './read-answer.ts';

/** A page of so many records stays well below the size at which an answer is broken off. */
const pageSize = 100;
/** Far more deals than any workspace creates in the minutes that are ever asked for. */
const maxPages = 50;

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
  for (let page = 0; page < maxPages; page += 1) {
    const answer = await client.call('queryRecords', {
      token: query.token,
      parameters: { object: 'deals' },
      body: {
        filter: query.filter,
        sorts: [{ attribute: 'created_at', direction: 'asc' }],
        limit: pageSize,
        offset: page * pageSize,
      },
    });
    const { data } = readAnswer(answer, pageSchema, now);
    found.push(...data.flatMap((one) => readCreatedRecord({ data: one }, query.workspaceId, query.appUrl) ?? []));
    if (data.length < pageSize) break;
  }
  return found;
}
