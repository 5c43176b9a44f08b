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

const newPerson = { new: { object: 'people', name: 'Bo Li', email_address: 'bo@refused.example.com' } };

test.each<[string, Record<string, unknown>, () => unknown, Record<string, string>]>([
  [
    'Attio',
    {},
    () =>
      stack.proxy.faults.set(
        createLine,
        attioError(400, 'missing_value', 'Required value for attribute with slug "name" was not provided.'),
      ),
    {
      en: 'Deal name is needed to create the deal.',
      de: 'Deal name ist nötig, um den Deal anzulegen.',
      ar: '\u2068Deal name\u2069 مطلوب لإنشاء الصفقة.',
    },
  ],
  [
    'the fields as they are by then',
    { next_step: 'Call' },
    () => {
      stack.proxy.faults.clear();
      stack.proxy.faults.set('GET /v2/objects/deals/attributes', async (response, forward, body) => {
        const { data } = JSON.parse((await forward()).body) as { data: { api_slug: string }[] };
        await answerJson(200, { data: data.filter(({ api_slug }) => api_slug !== 'next_step') })(response, forward, body);
      });
      // Fields that were read before they changed would do for a while.
      return expect.poll(async () => (await ana.rep.call(paths.dealForm)).text).not.toContain('next_step');
    },
    {
      en: '“next_step” is not a field of this workspace’s deals. Remove it.',
      de: '„next_step“ ist kein Feld der Deals dieses Workspace. Entfernen.',
      ar: '«\u2068next_step\u2069» ليس حقلًا لصفقات مساحة العمل هذه. أزله.',
    },
  ],
  [
    'Attio, for a person who is made with it',
    { associated_people: [newPerson] },
    () => stack.proxy.faults.set('POST /v2/objects/people/records', attioError(400, 'validation_type', 'Not this one.')),
    {
      en: 'Associated people: Attio did not take the new entry “Bo Li”. Change it, or choose one that is there.',
      de: 'Associated people: Attio hat den neuen Eintrag „Bo Li“ nicht angenommen. Ändern oder einen vorhandenen wählen.',
      ar: '\u2068Associated people\u2069: لم يقبل Attio العنصر الجديد «\u2068Bo Li\u2069». غيّره أو اختر عنصرًا موجودًا.',
    },
  ],
])(
  'what is refused when nobody waits any more is told in the language of whoever reads it: by %s',
  async (_, more, fail, words) => {
    const [id, values] = [randomUUID(), ana.deal({ name: 'Später abgelehnt', ...more })];
    const busy = answerJson(429, {}, { 'retry-after': '3' });
    for (const line of [createLine, 'POST /v2/objects/people/records']) stack.proxy.faults.set(line, busy);
    expect((await submit(id, values, german)).status).toBe(202);
    await fail();
    const read = async (language: string) =>
      submissionOf(await ana.rep.call(submissionPath(id), { headers: { 'accept-language': language } }));
    await expect.poll(async () => (await read('en')).state, { timeout: 12_000 }).toBe('refused');
    for (const [language, message] of Object.entries(words)) {
      const again = problemOf(await submit(id, values, { 'accept-language': language }));
      expect([language, (await read(language)).errors?.map((error) => error.message)]).toEqual([language, [message]]);
      expect(again).toMatchObject({ code: 'refused_by_attio', errors: [{ message }] });
      expect(JSON.stringify(again)).not.toContain('messages');
    }
  },
  20_000,
);

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
