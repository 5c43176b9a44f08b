import * as z from 'zod/mini';
import { type Candidate, candidateSchema, type DealRecord } from '../contract/submission.ts';
import type { AttioClient } from './attio/client.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import { queryDeals } from './attio/query-deals.ts';
import type { Clock } from './clock.ts';
import { describePlainly } from './describe-deal.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { SubmissionRow } from './ledger/submission-row.ts';
import type { Likeness } from './match-deal.ts';
import { plainValueSchema, plainWords } from './plain-words.ts';
import type { Seen } from './seen-deals.ts';
import type { Visitor } from './session/visitor.ts';

export interface DealCandidatesOptions {
  client: AttioClient;
  ledger: Ledger;
  now: Clock;
  appUrl: string;
}

/** A candidate as the ledger keeps it: `plain` has what its details are said from in another language, null where they stay. */
export const keptCandidateSchema = z.extend(candidateSchema, { plain: z.optional(z.array(z.nullable(plainValueSchema))) });
export type KeptCandidate = z.infer<typeof keptCandidateSchema>;

/** A kept candidate in the language that is spoken now and its locale (BCP 47). */
export function sayCandidate({ plain, ...candidate }: KeptCandidate, locale: string): Candidate {
  const details = candidate.details.map((words, at) => {
    const value = plain?.[at];
    return (value && plainWords(value, locale)) ?? words;
  });
  return { ...candidate, details };
}

const maxCandidates = 10;
const order: readonly Likeness[] = ['same', 'edited', 'akin', 'other'];

/**
 * Deals that may be a submission's, for its rep to look at: what a look came upon, and, once it is for a person to decide, whatever
 * else has the name and belongs to no submission.
 * @throws ProblemError, TokenRefused
 */
export async function dealCandidates(
  options: DealCandidatesOptions,
  visitor: Visitor,
  dealForm: WorkspaceDealForm,
  row: SubmissionRow,
  { seen, isForPerson }: { seen: readonly Seen[]; isForPerson: boolean },
): Promise<KeptCandidate[]> {
  const known = new Set(seen.map(({ record }) => record.id.record_id));
  const named = isForPerson ? await freeDealsNamed(options, visitor, row) : [];
  const others = named
    .filter(({ id }) => !known.has(id.record_id))
    .map((record): Seen => ({ record, likeness: 'other', isOurs: false }));
  return [...seen, ...others]
    .toSorted((one, other) => order.indexOf(one.likeness) - order.indexOf(other.likeness))
    .slice(0, maxCandidates)
    .map(({ record, isOurs }) => ({ ...describePlainly(record, dealForm, row.locale), ours: isOurs }));
}

/** Deals of the same name that belong to no submission, newest first. */
async function freeDealsNamed({ client, ledger, appUrl, now }: DealCandidatesOptions, visitor: Visitor, row: SubmissionRow) {
  const { name } = JSON.parse(row.body) as { name?: unknown };
  if (typeof name !== 'string') return [];
  const query = { token: visitor.token, workspaceId: visitor.workspace.id, appUrl, filter: { name } };
  const deals: DealRecord[] = await queryDeals(client, query, now);
  const ids = deals.map(({ id }) => id.record_id);
  const bound = await ledger.boundRecords(row.workspace_id, ids);
  return deals.filter(({ id }) => !bound.has(id.record_id)).reverse();
}
