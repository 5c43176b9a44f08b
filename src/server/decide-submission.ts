import type { Decision } from '../contract/submission.ts';
import { queryDeals } from './attio/query-deals.ts';
import { withToken } from './attio/self.ts';
import { bindDeal } from './bind-deal.ts';
import type { SubmissionKey, SubmissionRow } from './ledger/submission-row.ts';
import { ProblemError } from './problem.ts';
import type { DealSender } from './send-deals.ts';
import type { Visitor } from './session/visitor.ts';
import type { SettleOptions } from './settle-attempt.ts';
import { decisionsOn } from './submission-answer.ts';

export interface DecideOptions extends SettleOptions {
  sender: DealSender;
}

/**
 * Does what a rep decided about a submission of theirs.
 * @throws ProblemError when it cannot be decided so any more, or the deal is not there or another submission's
 */
export async function decideSubmission(options: DecideOptions, visitor: Visitor, id: string, decision: Decision): Promise<void> {
  const { ledger, log, metrics, sender } = options;
  const key: SubmissionKey = { workspaceId: visitor.workspace.id, memberId: visitor.member.id, id };
  const row = await ledger.find(key);
  if (!row) throw new ProblemError('submission_not_found');
  if (!decisionsOn(row).includes(decision.decision)) throw new ProblemError('submission_not_open');
  if (decision.decision === 'bind') await bindByHand(options, visitor, row, decision.record_id.toLowerCase());
  else {
    const sendAgain = async () =>
      row.state === 'blocked_auth' ? (await ledger.unblock(key)) !== undefined : ledger.sendAgain(key);
    const isDone = decision.decision === 'leave' ? await ledger.dismiss(key, decision.taken_back) : await sendAgain();
    // An answer, or another tab, was faster.
    if (!isDone) throw new ProblemError('submission_not_open');
  }
  metrics.decisions.inc({ decision: decision.decision });
  log('warn', {
    event: 'decision',
    submission_id: id,
    workspace_id: key.workspaceId,
    member_id: key.memberId,
    attempt: row.attempt,
    outcome: decision.decision,
  });
  sender.poke(key.workspaceId);
}

async function bindByHand(options: DecideOptions, visitor: Visitor, row: SubmissionRow, recordId: string): Promise<void> {
  const { client, dealForms, now, appUrl } = options;
  const { token, workspace } = visitor;
  const dealForm = await dealForms.read(visitor, 'look');
  const query = { token, workspaceId: workspace.id, appUrl, filter: { record_id: recordId } };
  const [record] = await withToken(client, token, now, () => queryDeals(client, query, now));
  if (!record) throw new ProblemError('record_not_found');
  const settled = await bindDeal(options, visitor, dealForm, row, record);
  if (settled === 'taken') throw new ProblemError('record_taken');
  if (settled === 'not_open') throw new ProblemError('submission_not_open');
}
