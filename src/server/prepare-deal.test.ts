import { expect, test, vi } from 'vitest';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import type { FieldUse, WorkspaceDealForms } from './attio/workspace-deal-forms.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { SubmissionRow } from './ledger/submission-row.ts';
import type { Protection } from './ledger/submission-table.ts';
import { prepareDeal } from './prepare-deal.ts';
import type { Visitor } from './session/visitor.ts';

/** A submission without values, in a workspace without required fields, whose deals are protected like this by now. */
async function prepare(row: Partial<SubmissionRow>, protection: Protection) {
  const giveUpSending = vi.fn(async () => {});
  const used: FieldUse[] = [];
  const read = async (_visitor: Visitor, use: FieldUse) => {
    used.push(use);
    return { form: { fields: [], members: [], rules: [] }, protection } as unknown as WorkspaceDealForm;
  };
  const outcome = await prepareDeal(
    { ledger: { giveUpSending } as unknown as Ledger, dealForms: { read } as unknown as WorkspaceDealForms },
    { body: '{}', unsure: 0, given_up: 0, protection: null, ...row } as SubmissionRow,
    {} as Visitor,
  );
  return { outcome, used, isGivenUp: giveUpSending.mock.calls.length > 0 };
}

test.each<[string, Partial<SubmissionRow>]>([
  ['what may have been applied', { unsure: 1, protection: 'unique' }],
  ['what a person sends again because nothing can double', { given_up: 1, protection: 'unique' }],
])('%s goes out again only while Attio refuses a second deal, by what it says now', async (_, row) => {
  expect(await prepare(row, 'unique')).toMatchObject({ used: ['now'], isGivenUp: false });
  expect(await prepare(row, 'none')).toMatchObject({ outcome: 'given_up', used: ['now'], isGivenUp: true });
  expect(await prepare(row, 'plain')).toMatchObject({ outcome: 'given_up', isGivenUp: true });
});

test('what a person sends again although it may double goes out without protection', async () => {
  expect(await prepare({ given_up: 1, protection: 'none' }, 'none')).toMatchObject({ used: ['send'], isGivenUp: false });
});
