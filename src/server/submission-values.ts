import type { SubmissionValues } from '../contract/submission.ts';
import type { AttioClient } from './attio/client.ts';
import { readRecordNames } from './attio/record-names.ts';
import { isPassing, type WorkspaceDealForms } from './attio/workspace-deal-forms.ts';
import type { Clock } from './clock.ts';
import { valuesOf } from './created-answer.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { SubmissionRow } from './ledger/submission-row.ts';
import { ProblemError } from './problem.ts';
import { sayReceipt } from './receipt.ts';
import { type Reference, referencesIn } from './referenced-names.ts';
import type { Visitor } from './session/visitor.ts';
import { createdAnswerSchema } from './submission-answer.ts';

interface SubmissionValuesOptions {
  ledger: Ledger;
  dealForms: WorkspaceDealForms;
  client: AttioClient;
  now: Clock;
}

/**
 * What a submission was sent with, in the words of a locale (BCP 47), and what those records are called by now.
 * @throws ProblemError, TokenRefused when the fields or the names cannot be had: a chip without a name would say nothing
 */
export async function submissionValues(
  { ledger, dealForms, client, now }: SubmissionValuesOptions,
  visitor: Visitor,
  row: SubmissionRow,
  locale: string,
): Promise<SubmissionValues> {
  const values = await valuesOf(ledger, row, await dealForms.read(visitor, 'page'));
  const references = referencesIn(values);
  const objects = [...new Set(references.map(({ object }) => object))];
  const names = await Promise.all(objects.map((one) => namesOf(references.filter(({ object }) => object === one))));
  const kept = row.state === 'created' ? createdAnswerSchema.parse(JSON.parse(row.answer ?? 'null')).receipt : [];
  return {
    values,
    record_names: Object.assign({}, ...names),
    words: Object.fromEntries(
      sayReceipt(kept, locale).map(({ field, title, sent, stored }) => [field, { title, text: sent ?? stored ?? '' }]),
    ),
  };

  /** Records of an object that is gone, or that this member may not read, are gone too. */
  async function namesOf(ofObject: readonly Reference[]): Promise<Record<string, string>> {
    try {
      return await readRecordNames(client, visitor.token, ofObject, now);
    } catch (error) {
      if (error instanceof ProblemError && !isPassing(error)) return {};
      throw error;
    }
  }
}
