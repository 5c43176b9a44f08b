import { expect, it } from 'vitest';
import type { Field } from '../contract/deal-form.ts';
import { exampleField } from '../contract/testing/example-field.ts';
import { entryOfText, type TextContext } from './entry-of-text.ts';

const globex = { id: 'c1', name: 'Globex', object: 'companies', details: ['globex.com'], related: false };
const context: TextContext = {
  ...{ locale: 'en-US', members: [], numbers: 'plain', me: 'ana', findRecords: async () => new Map() },
  findByName: async (_, name) => (name === 'Globex' ? globex : null),
};
const read = (field: Field, text: string) => entryOfText(field, text, context);

const stageOf = (...titles: string[]) =>
  exampleField('stage', 'status', { statuses: titles.map((title) => ({ id: `id of ${title}`, title })) });

it('takes the only choice that is called so but for its pictures', async () => {
  const stage = stageOf('Lead', 'Won 🎉', '⭐️ Top ⭐️');
  expect(await read(stage, 'won')).toBe('id of Won 🎉');
  expect(await read(stage, 'Top')).toBe('id of ⭐️ Top ⭐️');
  expect(await read(stage, 'Lead 🚀')).toBe('id of Lead');
});

it('takes no choice where that would be a guess', async () => {
  expect(await read(stageOf('Won 🎉', '🏆 Won'), 'Won')).toBeNull();
  expect(await read(stageOf('Won 🎉', 'Won'), 'Won')).toBe('id of Won');
  expect(await read(stageOf('Prio 🔴'), 'Prio 🟢')).toBeNull();
  expect(await read(stageOf('> 50k'), '< 50k')).toBeNull();
  expect(await read(stageOf('Won 🎉'), 'Wo')).toBeNull();
  expect(await read(stageOf('🎉'), '🚀')).toBeNull();
});

it('puts a space in the place of a line break that an input of one line would drop', async () => {
  expect(await read(exampleField('name', 'text'), 'line 1\r\nline 2')).toBe('line 1 line 2');
  expect(await read(exampleField('note', 'text'), 'line 1\nline 2')).toBe('line 1\nline 2');
  expect(await read(exampleField('site', 'domain'), 'acme\n.com')).toBe('acme .com');
  const company = exampleField('company', 'record-reference', { config: { currency_code: null, target_objects: ['companies'] } });
  expect(await read(company, 'Initech\nInc.')).toEqual({ picked: [], text: 'Initech Inc.' });
});

it('chooses the one record of a name', async () => {
  const company = exampleField('company', 'record-reference', { config: { currency_code: null, target_objects: ['companies'] } });
  expect(await read(company, 'Globex')).toMatchObject({ picked: [{ id: 'c1', name: 'Globex' }], text: '' });
  expect(await read(company, 'Glob')).toEqual({ picked: [], text: 'Glob' });
});

it('reads a day at midnight as the day, and leaves every other hour', async () => {
  const due = exampleField('due', 'date');
  const days = ['2026-11-30 00:00', '2026-11-30 00:00:00', '2026-11-30T00:00:00Z', '2026-11-30T00:00:00.000+00:00'];
  for (const text of days) expect(await read(due, text)).toMatchObject({ text: '2026-11-30' });
  expect(await read(due, '11/30/2026 12:00:00 AM')).toMatchObject({ text: '11/30/2026' });
  expect(await read({ ...due, multi: true }, '2026-11-30 00:00; 2026-12-01 0:00')).toMatchObject({
    text: '2026-11-30; 2026-12-01',
  });
  for (const text of ['2026-11-30 00:30', '2026-11-30T10:00:00Z', '2026-11-30 12:00'])
    expect(await read(due, text)).toMatchObject({ text });
  expect(await read(exampleField('at', 'timestamp'), days[1] ?? '')).toMatchObject({ text: days[1] });
});

it('reads a checkbox in each language of the product, and as marks, whatever the case', async () => {
  const box = exampleField('signed', 'checkbox');
  for (const text of ['Yes', 'y', 'TRUE', '1', 'on', 'Ja', 'J', 'Wahr', 'نعم', 'صح', 'X', '✓', '✔', '✔️', '☑', '✅'])
    expect([text, await read(box, text)]).toEqual([text, true]);
  for (const text of ['No', 'N', 'false', '0', 'off', 'NEIN', 'falsch', 'لا', 'خطأ', '☐'])
    expect([text, await read(box, text)]).toEqual([text, false]);
  for (const text of ['', ' ', '-', 'perhaps', 'yes and no']) expect(await read(box, text)).toBeNull();
});

it('takes a site in brackets behind a name for that of the company, and any other text for a part of the name', async () => {
  const company = exampleField('company', 'record-reference', { config: { currency_code: null, target_objects: ['companies'] } });
  expect(await read(company, 'Big Fish Ltd (bigfish-x.io)')).toEqual({ picked: [], text: 'Big Fish Ltd <bigfish-x.io>' });
  expect(await read(company, 'Big Fish (Berlin)')).toEqual({ picked: [], text: 'Big Fish (Berlin)' });
  expect(await read(company, 'Big Fish (formerly Small Fish)')).toMatchObject({ text: 'Big Fish (formerly Small Fish)' });
});
