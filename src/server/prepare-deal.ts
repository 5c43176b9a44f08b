import { type Judgement, judgeValues } from '../attributes/field-values.ts';
import { newRecordsIn } from '../attributes/record-reference/new-record-key.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import type { WorkspaceDealForms } from './attio/workspace-deal-forms.ts';
import { keepErrors } from './kept-errors.ts';
import type { Ledger } from './ledger/ledger.ts';
import { keyOf, type SubmissionRow } from './ledger/submission-row.ts';
import { withMadeReferences } from './made-references.ts';
import { unmadeIn } from './make-new-records.ts';
import type { Visitor } from './session/visitor.ts';
import type { RefusedAnswer } from './submission-answer.ts';

/** Everything that an attempt sends, judged against the fields as they are now. */
export interface PreparedDeal {
  dealForm: WorkspaceDealForm;
  values: Record<string, unknown>;
  /** Whether something that it refers to has to be made first. */
  isUnmade: boolean;
}

/**
 * Judges a submission that waits once more, right before it is sent. `given_up`: it may have been applied and cannot be repeated
 * safely; `refused`: the fields have changed; the ledger says so in either case.
 * @throws ProblemError, TokenRefused when the fields cannot be had
 */
export async function prepareDeal(
  { ledger, dealForms }: { ledger: Ledger; dealForms: WorkspaceDealForms },
  row: SubmissionRow,
  visitor: Visitor,
): Promise<PreparedDeal | 'given_up' | 'refused'> {
  // A person may have been promised that nothing can double; that holds for what goes out now too.
  const isRepeat = row.unsure > 0 || (row.given_up > 0 && row.protection === 'unique');
  // Whether Attio still refuses a second deal is known only by what it says now.
  const dealForm = await dealForms.read(visitor, isRepeat ? 'now' : 'send');
  const { fields, members } = dealForm.form;
  const isSafe = row.protection === 'unique' && dealForm.protection === 'unique';
  const judge = (): Judgement => judgeValues(fields, JSON.parse(row.body) as Record<string, unknown>, { members });
  const judged = judge();
  if ((isRepeat && !(isSafe && judged.ok)) || (row.given_up > 0 && !judged.ok)) {
    await ledger.giveUpSending(row, 'cannot be repeated safely any more');
    return 'given_up';
  }
  if (!judged.ok) {
    const refused: RefusedAnswer = { errors: keepErrors(() => errorsOf(judge())) };
    await ledger.refuseUnsent(row, JSON.stringify(refused));
    return 'refused';
  }
  const steps = newRecordsIn(judged.values).length === 0 ? [] : await ledger.newRecordsOf(keyOf(row));
  const isUnmade = unmadeIn(judged.values, steps).length > 0;
  return { dealForm, values: isUnmade ? judged.values : withMadeReferences(judged.values, steps), isUnmade };
}

const errorsOf = (judged: Judgement) => (judged.ok ? [] : judged.errors);
