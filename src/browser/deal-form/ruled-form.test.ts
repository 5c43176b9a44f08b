import { describe, expect, test } from 'vitest';
import { ruledFields } from '../../attributes/stage-rules.ts';
import type { AttributeType, DealForm, Field } from '../../contract/deal-form.ts';
import { exampleField } from '../../contract/testing/example-field.ts';
import type { Rule } from '../../contract/workspace-settings.ts';
import { drawnFields, enteredButLeftOut, hasFoldedContent } from './drawn-fields.ts';
import { enteredWords, goneWords } from './entry-words.ts';
import { judgeEntries } from './judge-entries.ts';
import { fittingEntries, refilledEntries, startingEntries } from './starting-entries.ts';

const field = (slug: string, type: AttributeType, more: Partial<Field> = {}): Field =>
  exampleField(slug, type, { title: slug.toUpperCase(), ...more });
const statuses = [
  { id: 's1', title: 'Lead' },
  { id: 's2', title: 'Won' },
];
const fields = [
  field('budget', 'text', { standard: true }),
  field('stage', 'status', { required: true, standard: true, statuses }),
  field('lead', 'actor-reference'),
  field('region', 'text'),
  field('source', 'select', { options: [{ id: 'o1', title: 'Fair' }] }),
  field('legal', 'checkbox'),
];
const members = [{ id: 'ana', name: 'Ana', email_address: 'a@x.com', suspended: false }];
const formWith = (rules: Rule[], among = fields): DealForm => ({
  ...{ fields: among, unsupported: [], unmakeable: [], members, me: 'ana', rules, exchange: null },
  schema_version: '1',
});
const fill = (attribute: string, value: unknown, stages: string[] | null = ['s2']): Rule => ({
  stages,
  attribute,
  effect: 'default',
  value,
});
const hide = (attribute: string, stages: string[] | null = ['s2']): Rule => ({ stages, attribute, effect: 'hide' });
const anas = { picked: [{ id: 'ana', name: 'Ana', details: ['a@x.com'] }], text: '' };

describe('Money that was agreed in another currency', () => {
  const value = field('value', 'currency', { config: { currency_code: 'USD', target_objects: null } });
  const rates = [{ from: 'EUR', to: 'USD', rate: '1.1', date: '2026-01-01', source: 'ECB' }];
  const judged = (rules: Rule[], original: string) =>
    judgeEntries(
      [value, ...fields],
      { value: '1000 EUR', stage: 's2', legal: null, region: 'North' },
      {
        ...{ locale: 'en', members, rules },
        exchange: { original_attribute: original, rates },
      },
    );

  test('is kept beside what stands in the attribute for it', async () => {
    const judgement = await judged([], 'region');
    expect(judgement.ok && judgement.values).toMatchObject({ value: { amount: '1100' } });
    expect(judgement.ok && judgement.values['region']).toMatch(/^North · €1,000/);
  });

  test('says of which field it is where there are several', async () => {
    const upfront = field('upfront', 'currency', { config: value.config });
    const context = { ...{ locale: 'en', members, rules: [] }, exchange: { original_attribute: 'region', rates } };
    const entries = { value: '1000 EUR', upfront: '50 EUR', stage: 's2', region: '' };
    const judgement = await judgeEntries([value, upfront, ...fields], entries, context);
    expect(judgement.ok && judgement.values['region']).toMatch(/^VALUE: €1,000\S* at .* · UPFRONT: €50/);
  });

  test.each<[string, Rule[], string]>([
    ['is left out at this stage', [hide('region')], 'region'],
    ['is gone', [], 'archived'],
  ])('is not converted where the attribute for it %s: that is told at the amount', async (_, rules, original) => {
    const judgement = await judged(rules, original);
    const errors = judgement.ok ? [] : judgement.errors;
    expect(errors.map((error) => [error.field, error.code])).toEqual([['value', 'original_not_kept']]);
  });
});

describe('What a stage fills in', () => {
  const form = formWith([fill('region', 'North', ['s1']), fill('region', 'South'), fill('lead', 'ana'), fill('source', 'gone')]);

  test('stands there from the start, as far as it still can', () => {
    expect(startingEntries(form)).toMatchObject({ region: 'North', lead: { picked: [] }, source: '' });
    expect(startingEntries(form, 's2')).toMatchObject({ region: 'South', lead: anas, source: '' });
  });

  test('replaces what the form put there, and nothing that was typed', () => {
    const stages = { before: 's1', after: 's2' };
    const starting = startingEntries(form);
    expect(refilledEntries(form, starting, stages)).toEqual({ region: 'South', lead: anas });
    expect(refilledEntries(form, { ...starting, region: 'typed' }, stages)).toEqual({ lead: anas });
    const typed = { picked: [], text: 'Marta' };
    expect(refilledEntries(form, { ...starting, lead: typed }, stages)).toEqual({ region: 'South' });
    const atWon = startingEntries(form, 's2');
    expect(refilledEntries(form, atWon, { before: 's2', after: '' })).toEqual({ region: '', lead: { picked: [], text: '' } });
  });

  test('does not come back once the rep has emptied it, whatever stages they look at', () => {
    const emptied = new Set<string>();
    const entries = { ...startingEntries(form), region: '' };
    expect(refilledEntries(form, entries, { before: 's1', after: '' }, emptied)).toEqual({});
    expect([...emptied]).toEqual(['region']);
    expect(refilledEntries(form, entries, { before: '', after: 's1' }, emptied)).toEqual({});
    expect(refilledEntries(form, entries, { before: 's1', after: 's2' }, emptied)).toEqual({ lead: anas });
    expect(refilledEntries(form, { ...startingEntries(form, ''), stage: '' }, { before: '', after: 's2' })).toMatchObject({
      region: 'South',
    });
  });

  test('does not come back into a draft from which it was taken', () => {
    expect(fittingEntries({ ...startingEntries(form, 's2'), stage: 's2', region: '' }, form).region).toBe('');
  });
});

describe('What a stage leaves out', () => {
  const form = formWith([hide('budget'), hide('region'), hide('source', null)]);
  const entries = { ...startingEntries(form), stage: 's2', budget: '', region: '', source: '' };
  const drawn = (more: object = {}) =>
    drawnFields(form, ruledFields(fields, form.rules, 's2'), { ...entries, ...more }).flatMap(({ field: { slug }, leftOut }) =>
      leftOut === undefined ? [] : [`${slug}: ${leftOut}`],
    );

  test('keeps its place above the stage, and below when something stands in it', () => {
    expect(drawn()).toEqual(['budget: ']);
    expect(drawn({ budget: '48k', region: 'North', source: 'o1' })).toEqual(['budget: 48k', 'region: North', 'source: Fair']);
  });

  test('is lost only when it was entered, and is not sent', async () => {
    const ruled = ruledFields(fields, form.rules, 's2');
    expect(enteredButLeftOut(form, ruled, entries)).toEqual([]);
    expect(enteredButLeftOut(form, ruled, { ...entries, region: 'North' })).toEqual([{ title: 'REGION', text: 'North' }]);
    const judged = await judgeEntries(fields, { ...entries, region: 'North' }, { locale: 'en', members, rules: form.rules });
    expect(judged).toEqual({ ok: true, values: { stage: 's2' } });
  });
});

describe('What a rule asks for', () => {
  test('stands open, and a tick that is needed is told while it is missing', async () => {
    const form = formWith([{ stages: ['s2'], attribute: 'legal', effect: 'require' }]);
    const ruled = ruledFields(fields, form.rules, 's2');
    const folded = drawnFields(form, ruled, {}).flatMap(({ field: { slug }, isFolded }) => (isFolded ? [slug] : []));
    expect(folded).toEqual(['lead', 'region', 'source']);
    expect(hasFoldedContent(ruled, { region: 'x' })).toBe(true);
    const judged = (legal: boolean | null) =>
      judgeEntries(fields, { stage: 's2', legal }, { locale: 'en', members, rules: form.rules });
    expect(await judged(null)).toMatchObject({ errors: [{ field: 'legal', code: 'not_ticked' }] });
    expect(await judged(true)).toEqual({ ok: true, values: { stage: 's2', legal: true } });
  });
});

describe('What was entered into a field that is gone', () => {
  test('is known in words, as a person reads it', () => {
    const form = formWith([]);
    const entries = { ...startingEntries(form), region: '<b>', source: 'o1', lead: { ...anas, text: 'and Bo' }, legal: true };
    const words = enteredWords(form, entries);
    expect(words).toEqual({
      lead: { id: 'id of lead', title: 'LEAD', text: 'Ana, and Bo' },
      region: { id: 'id of region', title: 'REGION', text: '<b>' },
      source: { id: 'id of source', title: 'SOURCE', text: 'Fair' },
      legal: { id: 'id of legal', title: 'LEGAL', text: 'Yes' },
    });
    const fewer = formWith(
      [],
      fields.filter(({ slug }) => slug !== 'region'),
    );
    expect(Object.keys(goneWords(words, fewer, entries))).toEqual(['region']);
    expect(Object.keys(goneWords(words, form, { ...entries, source: '' }))).toEqual(['source']);
    expect(goneWords(words, form, entries)).toEqual({});
  });
});
