import { markerSlug } from '../contract/setup.ts';
import type { DealRecord } from '../contract/submission.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import { queryDeals } from './attio/query-deals.ts';
import { bindDeal } from './bind-deal.ts';
import { dealCandidates } from './deal-candidates.ts';
import type { DueLook } from './ledger/open-outcomes.ts';
import { keyOf, type SubmissionRow } from './ledger/submission-row.ts';
import { isSettled, nextLookIn, repeatIn } from './look-schedule.ts';
import { bindable, carriesMarker, type Seen, seenByKey, seenByLikeness, windowOf } from './seen-deals.ts';
import type { Visitor } from './session/visitor.ts';
import type { SettleOptions } from './settle-attempt.ts';
import { markerOf } from './submission-marker.ts';

export interface LookOptions extends SettleOptions {
  /** How long after the last attempt "not found" may be said, in milliseconds. */
  settleMs: number;
}

/** How long a twin that is being sent is waited for. */
const twinMs = 1_000;

/**
 * Looks in Attio for the deals of submissions of one member whose outcome is open. One that is found is created; one that is
 * not is sent again where Attio refuses a second deal, and otherwise left to a person, though never before the settle time:
 * "not found" is no proof.
 * @throws ProblemError, TokenRefused when Attio could not be asked
 */
export async function lookForDeals(options: LookOptions, visitor: Visitor, due: readonly DueLook[]): Promise<void> {
  const dealForm = await options.dealForms.read(visitor, 'look');
  const marked = due.filter(({ row }) => carriesMarker(row) && dealForm.protection !== 'none');
  const byMarker = await findByMarker(
    options,
    visitor,
    marked.map(({ row }) => row),
  );
  const unmarked = due.filter((look) => !marked.includes(look));
  const around = await findAround(
    options,
    visitor,
    unmarked.map(({ row }) => row),
  );
  for (const look of due) {
    const isByKey = marked.includes(look);
    await conclude(options, visitor, dealForm, look, { records: isByKey ? byMarker : around, isByKey });
  }
}

async function findByMarker(
  { client, appUrl, now }: LookOptions,
  { token, workspace }: Visitor,
  rows: readonly SubmissionRow[],
): Promise<DealRecord[]> {
  if (rows.length === 0) return [];
  const filter = { [markerSlug]: { $in: rows.map((row) => markerOf(keyOf(row))) } };
  return queryDeals(client, { token, workspaceId: workspace.id, appUrl, filter }, now);
}

/** Every deal of the time in which any of the rows may have been applied. */
async function findAround(
  { client, appUrl, now }: LookOptions,
  { token, workspace }: Visitor,
  rows: readonly SubmissionRow[],
): Promise<DealRecord[]> {
  if (rows.length === 0) return [];
  const windows = rows.map((row) => windowOf(row, client.clockAheadMs()));
  const from = new Date(Math.min(...windows.map((window) => window.from)));
  const to = new Date(Math.max(...windows.map((window) => window.to)));
  const filter = { created_at: { $gte: from.toISOString(), $lte: to.toISOString() } };
  return queryDeals(client, { token, workspaceId: workspace.id, appUrl, filter }, now);
}

async function conclude(
  options: LookOptions,
  visitor: Visitor,
  dealForm: WorkspaceDealForm,
  look: DueLook,
  { records, isByKey }: { records: readonly DealRecord[]; isByKey: boolean },
): Promise<void> {
  const { row } = look;
  const seen = isByKey ? seenByKey(row, records) : await seenByLikeness(options, visitor, row, dealForm, records);
  const outcome = await act(options, visitor, dealForm, look, { seen, isByKey });
  options.metrics.looks.inc({ outcome });
  options.log('info', {
    event: 'look',
    submission_id: row.id,
    workspace_id: row.workspace_id,
    member_id: row.member_id,
    attempt: row.attempt,
    outcome,
  });
}

async function act(
  options: LookOptions,
  visitor: Visitor,
  dealForm: WorkspaceDealForm,
  { row, openMs }: DueLook,
  { seen, isByKey }: { seen: readonly Seen[]; isByKey: boolean },
): Promise<'found' | 'repeated' | 'not_found' | 'not_yet'> {
  const { ledger, settleMs } = options;
  const choice = await bindable(ledger, row, { seen, isByKey });
  if (choice === 'later') {
    await ledger.noteLook(row, { state: asIs(row), inMs: twinMs, candidates: null, counts: false });
    return 'not_yet';
  }
  for (const record of choice) {
    const bound = await bindDeal(options, visitor, dealForm, row, record);
    if (bound === 'settled') return 'found';
    // Somebody else is at it: what they do is looked at in its turn.
    if (bound === 'not_open') return 'not_yet';
  }
  const isOver = isSettled(openMs, settleMs);
  const isSafe = row.protection === 'unique' && dealForm.protection === 'unique' && seen.length === 0;
  const repeatMs = isSafe && row.state === 'unknown' ? repeatIn(row.unsure, openMs) : null;
  if (repeatMs !== null && repeatMs <= 0) {
    await ledger.sendAgainSafely(row);
    return 'repeated';
  }
  const isForPerson = row.state === 'needs_checking' || (isOver && repeatMs === null);
  await ledger.noteLook(row, {
    state: isForPerson ? 'needs_checking' : 'unknown',
    inMs: repeatMs ?? nextLookIn(openMs, settleMs),
    candidates: JSON.stringify(await dealCandidates(options, visitor, dealForm, row, { seen, isForPerson })),
    counts: true,
  });
  return isForPerson ? 'not_found' : 'not_yet';
}

const asIs = ({ state }: SubmissionRow): 'unknown' | 'needs_checking' => (state === 'needs_checking' ? state : 'unknown');
