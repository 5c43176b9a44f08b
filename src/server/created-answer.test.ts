import { expect, it } from 'vitest';
import { exampleField } from '../contract/testing/example-field.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import { createdAnswer, valuesOf } from './created-answer.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { SubmissionRow } from './ledger/submission-row.ts';

const money = { currency_code: 'USD', target_objects: null };
const fields = [
  exampleField('name', 'text', {}),
  exampleField('value', 'currency', { config: money }),
  exampleField('closes', 'date', {}),
  exampleField('seats', 'number', {}),
  exampleField('won', 'checkbox', {}),
];
const dealForm = { form: { fields, members: [] } } as unknown as WorkspaceDealForm;
const ledger = { newRecordsOf: async () => [] } as unknown as Ledger;
const rowOf = (values: unknown) => ({ body: JSON.stringify(values) }) as SubmissionRow;

it('a deal whose fields are of other types by now has a receipt all the same, of what can still be said', async () => {
  const values = await valuesOf(ledger, rowOf({ name: 'Globex', value: 'a lot', closes: 5, seats: 'ten', won: 'yes' }), dealForm);
  expect(values).toEqual({ name: 'Globex' });
  const record = {
    id: { workspace_id: 'w', object_id: 'o', record_id: 'r' },
    values: { name: [{ value: 'Globex' }], value: [{ currency_value: '5', currency_code: 'USD' }] },
  };
  const { receipt } = createdAnswer({ record, dealForm, values, locale: 'en-US', recordNames: {} });
  expect(receipt).toMatchObject([
    { field: 'name', sent: 'Globex', stored: 'Globex', same: true },
    { field: 'value', sent: null, stored: '$5.00', same: false },
  ]);
});
