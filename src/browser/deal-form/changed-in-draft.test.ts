import { expect, it } from 'vitest';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { exampleField } from '../../contract/testing/example-field.ts';
import { changedInDraft } from './changed-in-draft.ts';
import { enteredWords } from './entry-words.ts';

const members = [{ id: 'p', name: 'Priya', email_address: 'p@x.com', suspended: false }];
const formOf = (fields: Field[], who = members): DealForm => ({
  ...{ fields, unsupported: [], unmakeable: [], members: who, me: 'ana', rules: [], exchange: null },
  schema_version: '1',
});
const stage = (...titles: string[]) =>
  exampleField('stage', 'status', { statuses: titles.map((title) => ({ id: title[0] ?? '', title })) });
const plan = (...titles: string[]) =>
  exampleField('plan', 'select', { multi: true, options: titles.map((title) => ({ id: title[0] ?? '', title })) });
const value = (currency: string) =>
  exampleField('value', 'currency', { config: { currency_code: currency, target_objects: null } });

/** What is told of a draft that was written in one form and is opened in another. */
function told(before: Field[], after: Field[], entries: Record<string, unknown>, who = members) {
  const words = enteredWords(formOf(before), entries);
  return changedInDraft(formOf(after, who), words, entries).map(({ field, code, message }) => [field, code, message]);
}

it('says nothing of what is as it was', () => {
  const fields = [stage('Lead', 'Won'), plan('Basic', 'Gold'), value('USD')];
  const entries = { stage: 'W', plan: { picked: [{ id: 'B', name: 'Basic' }], text: '' }, value: '48k' };
  expect(told(fields, fields, entries)).toEqual([]);
});

it('names an amount whose currency is another', () => {
  const [[field, code, message] = []] = told([value('USD')], [value('JPY')], { value: '48k' });
  expect([field, code]).toEqual(['value', 'other_currency_now']);
  expect(message).toMatch(/was entered in USD, and is kept in JPY now/);
});

it('names a choice of several that is called otherwise, and one that is gone', () => {
  const entries = { plan: { picked: [{ id: 'B', name: 'Basic' }], text: '' } };
  expect(told([plan('Basic')], [plan('Bad')], entries)[0]).toEqual(['plan', 'renamed', expect.stringMatching(/“Basic”.*“Bad”/)]);
  expect(told([plan('Basic')], [plan('Gold')], entries)[0]).toEqual([
    'plan',
    'unknown_option',
    expect.stringContaining('“Basic”'),
  ]);
});

it('says that a stage is gone, by its name', () => {
  const [[, code, message] = []] = told([stage('Lead', 'Won')], [stage('Lead')], { stage: 'W' });
  expect(code).toBe('unknown_status');
  expect(message).toContain('“Won” no longer exists');
});

it('names a member who is suspended by now', () => {
  const lead = exampleField('lead', 'actor-reference');
  const entries = { lead: { picked: [{ id: 'p', name: 'Priya' }], text: '' } };
  const suspended = members.map((member) => ({ ...member, suspended: true }));
  expect(told([lead], [lead], entries, suspended)[0]).toEqual(['lead', 'suspended_member', expect.stringContaining('Priya')]);
});
