import type { DealRecord } from '../contract/submission.ts';
import type { AttioClient } from './attio/client.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import type { Clock } from './clock.ts';
import { createdAnswer, valuesOf } from './created-answer.ts';
import type { Ledger } from './ledger/ledger.ts';
import { keyOf, type SubmissionRow } from './ledger/submission-row.ts';
import { readReferencedNames } from './referenced-names.ts';
import type { Visitor } from './session/visitor.ts';
import { speaking } from './speaking.ts';

/** What a deal is bound with: whoever asks Attio, and where it is kept. */
export interface BindOptions {
  client: AttioClient;
  ledger: Ledger;
  now: Clock;
}

/**
 * Makes a deal that was found, or pointed at, the one of a submission whose outcome is open. `taken`: it is another submission's;
 * `not_open`: an answer, or a decision, was faster.
 */
export async function bindDeal(
  { client, ledger, now }: BindOptions,
  visitor: Visitor,
  dealForm: WorkspaceDealForm,
  row: SubmissionRow,
  record: DealRecord,
): Promise<'settled' | 'taken' | 'not_open'> {
  const values = await valuesOf(ledger, row, dealForm);
  const { names } = await readReferencedNames(client, visitor, values, now);
  const { locale } = row;
  const answer = speaking(locale, () => createdAnswer({ record, dealForm, values, locale, recordNames: names }));
  return ledger.bind(keyOf(row), { recordId: record.id.record_id, answer: JSON.stringify(answer) });
}
