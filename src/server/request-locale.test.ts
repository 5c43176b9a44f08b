import { expect, test } from 'vitest';
import { languageOf } from '../words/language.ts';
import { requestLocale } from './request-locale.ts';

const asked = (accept: string | undefined, cookie?: string) => {
  const locale = requestLocale({
    ...(accept !== undefined && { 'accept-language': accept }),
    ...(cookie !== undefined && { cookie }),
  });
  return [languageOf(locale), locale];
};

test.each([
  ['the browser’s own language', 'de-AT,de;q=0.9,en;q=0.8', undefined, 'de', 'de-AT'],
  ['its own way of writing numbers', 'en-GB,en;q=0.9,de;q=0.8', undefined, 'en', 'en-GB'],
  ['the most wanted, wherever it stands', 'de;q=0.5, ar-EG;q=0.9', undefined, 'ar', 'ar-EG'],
  ['none that is not wanted at all', 'de;q=0, ar', undefined, 'ar', 'ar'],
  ['the first that is spoken here', 'fr-CA, de-CH;q=0.7, en;q=0.3', undefined, 'de', 'de-CH'],
  ['English for the others, with the numbers that they know', 'fr-CA, en-US;q=0.7', undefined, 'en', 'fr-CA'],
  ['English where nothing is asked for', undefined, undefined, 'en', 'en'],
  ['English where nothing is known', '*, tlh, xx-invalid-tag-x', undefined, 'en', 'en'],
  ['what was chosen', 'en-US,en;q=0.9', 'dev-sid=1; language=de', 'de', 'de'],
  ['what was chosen, as the browser writes it', 'en-US, de-CH;q=0.5', 'language=de; other=2', 'de', 'de-CH'],
  ['English chosen in a German browser', 'de-DE,en-GB;q=0.7', 'language=en', 'en', 'en-GB'],
  ['Arabic chosen', 'de-DE', 'language=ar', 'ar', 'ar'],
])('%s', (_, accept, cookie, language, locale) => {
  expect(asked(accept, cookie)).toEqual([language, locale]);
});

test.each([
  ['a language that is not spoken here', 'language=fr'],
  ['something inherited', 'language=__proto__; language=constructor'],
  ['markup', 'language="><script>'],
  ['a path', 'language=../../de'],
  ['another cookie of nearly that name', 'xlanguage=ar'],
  ['nothing', 'language='],
])('a cookie that holds %s is none', (_, cookie) => {
  expect(asked('de', cookie)).toEqual(['de', 'de']);
});

test('a header of a megabyte is answered at once', () => {
  const start = performance.now();
  expect(asked(`${'a-'.repeat(500_000)}, de`)).toEqual(['en', 'en']);
  expect(asked(`${'de;q=0.1,'.repeat(100_000)}`)).toEqual(['de', 'de']);
  expect(performance.now() - start).toBeLessThan(200);
});
