import { markerSlug } from '../contract/setup.ts';
import type { DealRecord } from '../contract/submission.ts';
import type { AttioClient } from './attio/client.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import { readSelf } from './attio/self.ts';
import type { Clock } from './clock.ts';
import { valuesOf } from './created-answer.ts';
import type { Ledger } from './ledger/ledger.ts';
import { keyOf, type SubmissionRow } from './ledger/submission-row.ts';
import { creatorOf, type Likeness, likenessOf } from './match-deal.ts';
import type { Visitor } from './session/visitor.ts';
import { markerOf } from './submission-marker.ts';

/** A deal that a look came upon, and that belongs to no other submission. */
export interface Seen {
  record: DealRecord;
  likeness: Likeness;
  /** Whether Dealslip made it, as far as Attio tells. */
  isOurs: boolean;
}

/** A record may carry a time a little before its request left: clocks are read in whole seconds. */
const beforeMs = 2_000;
/** How long after it left a request may still be carried out, whatever happened to its answer. */
const afterMs = 10 * 60_000;

/** The time in which a submission's deal was created, if it was, on Attio's clock as far as that is known. */
export function windowOf(row: SubmissionRow, clockAheadMs: number): { from: number; to: number } {
  const sentAt = row.sent_at ?? row.received_at;
  return { from: sentAt - beforeMs, to: (row.last_sent_at ?? sentAt) + afterMs + Math.max(0, clockAheadMs) };
}

/** Whether a submission's attempts carried its own key. */
export const carriesMarker = ({ protection }: SubmissionRow): boolean => protection === 'unique' || protection === 'plain';

/** The deal with the submission's own key, which nobody else can know, whoever Attio says has made it. */
export function seenByKey(row: SubmissionRow, records: readonly DealRecord[]): Seen[] {
  const marker = markerOf(keyOf(row));
  return records
    .filter(({ values }) => values[markerSlug]?.[0]?.['value'] === marker)
    .map((record) => ({ record, likeness: 'same', isOurs: true }));
}

/** Deals of the right time that are like the submission. */
export async function seenByLikeness(
  { ledger, client, now }: { ledger: Ledger; client: AttioClient; now: Clock },
  visitor: Visitor,
  row: SubmissionRow,
  dealForm: WorkspaceDealForm,
  records: readonly DealRecord[],
): Promise<Seen[]> {
  const { from, to } = windowOf(row, client.clockAheadMs());
  const values = await valuesOf(ledger, row, dealForm);
  const like = records.flatMap((record) => {
    const createdAt = Date.parse(record.created_at ?? '');
    const likeness = likenessOf(record, values, dealForm.form.fields);
    return createdAt >= from && createdAt <= to && likeness !== 'other' ? { record, likeness } : [];
  });
  if (like.length === 0) return [];
  const ids = like.map(({ record }) => record.id.record_id);
  const [bound, actor] = await Promise.all([
    ledger.boundRecords(row.workspace_id, ids),
    ledger.actorOf(row.workspace_id).then((known) => known ?? ownActor(client, visitor, now)),
  ]);
  return like
    .filter(({ record }) => !bound.has(record.id.record_id))
    .map((one) => ({ ...one, isOurs: actor !== null && creatorOf(one.record) === actor }));
}

/** Whom Attio will name as the creator of our deals, before it has named anybody: the app, or the key. */
async function ownActor(client: AttioClient, { mode, token }: Visitor, now: Clock): Promise<string | null> {
  const self = await readSelf(client, token, now);
  return self?.clientId ? `${mode === 'oauth' ? 'app' : 'api-token'}:${self.clientId}` : null;
}

/**
 * The deals that a submission may be bound to without asking anybody, in the order in which to try them. `later`: a twin is being
 * sent right now, and what was seen may be its deal; its own answer comes first.
 */
export async function bindable(
  ledger: Ledger,
  row: SubmissionRow,
  { seen, isByKey }: { seen: readonly Seen[]; isByKey: boolean },
): Promise<DealRecord[] | 'later'> {
  const ours = seen.filter(({ isOurs }) => isOurs);
  if (ours.length === 0 || isByKey) return ours.map(({ record }) => record);
  const twins = await ledger.openTwins(row);
  if (twins.isSending) return 'later';
  const same = ours.filter(({ likeness }) => likeness === 'same');
  // Twins are interchangeable: the oldest deal that is free will do.
  if (same.length > 0) return same.map(({ record }) => record);
  const edited = ours.filter(({ likeness }) => likeness === 'edited');
  return edited.length === 1 && !twins.isAny ? edited.map(({ record }) => record) : [];
}
