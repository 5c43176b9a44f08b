import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { paths, submissionPath } from '../contract/paths.ts';
import { problemSchema } from '../contract/problem.ts';
import { submissionSchema } from '../contract/submission.ts';
import { startSandbox } from '../sandbox/start.ts';
import { type DealStack, signedInRep, startDealStack } from './testing/deal-stack.ts';
import { answerJson, attioError, createLine } from './testing/fault-proxy.ts';
import type { RepAnswer } from './testing/rep.ts';

const german = { 'accept-language': 'de-DE,de;q=0.9,en;q=0.8' };

let stack: DealStack;
let ana: Awaited<ReturnType<typeof signedInRep>>;

beforeAll(async () => {
  stack = await startDealStack(startSandbox);
  ana = await signedInRep(stack.server.url);
});
afterEach(() => stack.proxy.faults.clear());
afterAll(() => stack.close());

const submit = (id: string, values: unknown, headers: Record<string, string>) =>
  ana.rep.call(submissionPath(id), { method: 'PUT', body: JSON.stringify({ values, schema_version: 'test' }), headers });
const problemOf = ({ json }: RepAnswer) => problemSchema.parse(json);
const submissionOf = ({ json }: RepAnswer) => submissionSchema.parse(json);

test('a receipt has the rep’s numbers and words', async () => {
  const currency = ana.field('value').config.currency_code;
  const values = ana.deal({ value: { amount: '48000.5', currency }, needs_legal_review: true });
  const { receipt } = submissionOf(await submit(randomUUID(), values, german));
  expect(receipt).toContainEqual(expect.objectContaining({ field: 'value', stored: '48.000,50\u00a0$' }));
  expect(receipt).toContainEqual(expect.objectContaining({ field: 'needs_legal_review', stored: 'Ja' }));
});

test('values that do not hold are told at their fields in the rep’s language', async () => {
  const { title, errors } = problemOf(await submit(randomUUID(), {}, german));
  expect(title).toBe('Einige Felder müssen geprüft werden. Nichts wurde an Attio gesendet.');
  expect(errors).toContainEqual({ field: 'name', code: 'required', message: 'Deal name ist nötig, um den Deal anzulegen.' });
});

test('what is refused when nobody waits any more is told in the language of whoever sent it', async () => {
  const id = randomUUID();
  stack.proxy.faults.set(createLine, answerJson(429, {}, { 'retry-after': '1' }));
  expect((await submit(id, ana.deal({ name: 'Später abgelehnt' }), german)).status).toBe(202);
  stack.proxy.faults.set(
    createLine,
    attioError(400, 'missing_value', 'Required value for attribute with slug "name" was not provided.'),
  );
  const refused = async () => submissionOf(await ana.rep.call(submissionPath(id), { headers: { 'accept-language': 'en' } }));
  await expect.poll(async () => (await refused()).state, { timeout: 8_000 }).toBe('refused');
  expect((await refused()).errors).toMatchObject([{ field: 'name', message: 'Deal name ist nötig, um den Deal anzulegen.' }]);
});

test.each([
  ['a path that is none', () => ana.rep.call('/api/nothing', { headers: german }), 'Unter dieser Adresse ist nichts.'],
  [
    'a body that cannot be read',
    () => ana.rep.call(submissionPath(randomUUID()), { method: 'PUT', body: '{', headers: german }),
    'Die Anfrage ist kein lesbares JSON. Es geschah nichts.',
  ],
  [
    'a body that is too large',
    () => ana.rep.call(submissionPath(randomUUID()), { method: 'PUT', body: ' '.repeat(1_100_000), headers: german }),
    'Die Anfrage ist größer, als der Server annimmt. Kürzen.',
  ],
  [
    'an address that cannot be decoded',
    () => ana.rep.call('/api/%zz', { headers: german }),
    'Die Anfrage ließ sich nicht lesen. Es geschah nichts.',
  ],
  [
    'what was chosen, not what the browser says',
    () => ana.rep.call('/api/nothing', { headers: { ...german, cookie: 'language=ar' } }),
    'لا شيء تحت هذا العنوان.',
  ],
])('a problem is told in the language that is asked for: %s', async (_, ask, title) => {
  expect(problemOf(await ask()).title).toBe(title);
});

test('a small page says in which language and direction it is', async () => {
  const { text } = await ana.rep.request('/nothing', { headers: { 'accept-language': 'ar' } });
  expect(text).toContain('<html lang="ar" dir="rtl">');
  expect(text).toContain('الصفحة غير موجودة');
});

test('the checks of the setup are told in the language that is asked for', async () => {
  const { text } = await ana.rep.call(paths.setup, { headers: german });
  expect(text).toContain('Die Mitglieder des Workspace lassen sich lesen.');
});

test('many at once are each answered in their own', async () => {
  const asked = Array.from({ length: 60 }, (_, at) => (['en', 'de', 'ar'] as const)[at % 3] ?? 'en');
  const titles = await Promise.all(
    asked.map(async (language) => problemOf(await submit(randomUUID(), {}, { 'accept-language': language })).title),
  );
  const expected = {
    en: 'Some fields need another look. Nothing was sent to Attio.',
    de: 'Einige Felder müssen geprüft werden. Nichts wurde an Attio gesendet.',
    ar: 'بعض الحقول يحتاج إلى مراجعة. لم يُرسل شيء إلى Attio.',
  };
  expect(titles).toEqual(asked.map((language) => expected[language]));
});
