import { newRecordsIn } from '../attributes/record-reference/new-record-key.ts';
import type { DealForm } from '../contract/deal-form.ts';
import type { FieldError } from '../contract/problem.ts';
import { fieldErrorMessage } from '../words/field-error-message.ts';

/** An error for each field that names a new company or person of which Attio requires more than a deal can give. */
export function unmakeableIn(
  values: Readonly<Record<string, unknown>>,
  { fields, unmakeable }: Pick<DealForm, 'fields' | 'unmakeable'>,
): FieldError[] {
  const lacking = newRecordsIn(values).filter(({ record }) => unmakeable.some(({ object }) => object === record.object));
  const firsts = lacking.filter(({ field }, at) => lacking.findIndex((other) => other.field === field) === at);
  return firsts.map(({ field, record }) => {
    const title = fields.find(({ slug }) => slug === field)?.title ?? field;
    return { field, code: 'new_incomplete', message: fieldErrorMessage('new_incomplete', { title, detail: record.name }) };
  });
}
