import { describe, expect, it } from 'vitest';
import { fullVoice } from '../words/all-words.ts';
import { speakingAs, t, withoutMarks } from '../words/t.ts';
import { readMoney } from './currency/read-money.ts';
import { readDay } from './date/read-day.ts';
import { readDecimal } from './number/read-decimal.ts';
import { readPhoneNumber } from './phone-number/numbering-plans.ts';
import { readMoment } from './timestamp/read-moment.ts';

/** Locales that the product speaks to in a language of theirs; what a sentence gives as an example has to be read in each. */
const locales = ['en-US', 'en-GB', 'fr-FR', 'ja-JP', 'de-DE', 'de-AT', 'de-CH', 'ar', 'ar-EG', 'ar-SA', 'ar-AE', 'ar-MA'];

describe.each(locales)('what is given as an example is read in %s', (locale) => {
  const said = (work: () => string) => withoutMarks(speakingAs(fullVoice(locale), work));
  const parts = (text: string) => text.split(/[,،;] */).map((part) => part.trim());

  it('as days', () => {
    for (const example of [...parts(said(() => t('date.placeholder'))), ...parts(said(() => t('date.several')))]) {
      expect([example, readDay(example, '2026-11-02', locale)]).toMatchObject([example, { ok: true }]);
    }
    const asked = said(() => t('fieldError.two_days', { hasDetail: false, title: 'X' }));
    const told = said(() => t('fieldError.not_a_date', { hasDetail: false, title: 'X' }));
    const examples = `${asked} ${told}`.match(/\d{4}-\d\d-\d\d|\d\d\.? nov|\d\d\/\d\d/g) ?? [];
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const example of examples) expect(readDay(example, '2026-11-02', locale)).toEqual({ ok: true, day: '2026-11-30' });
  });

  it('as moments', () => {
    for (const example of parts(said(() => t('attributes.moment')))) {
      expect([example, readMoment(example, '2026-11-02T09:00', locale)]).toMatchObject([example, { ok: true }]);
    }
  });

  it('as amounts', () => {
    for (const example of parts(said(() => t('severalNumbers')))) {
      expect([example, readDecimal(example, locale)]).toMatchObject([example, { ok: true }]);
    }
    const sentence = said(() => t('fieldError.not_an_amount', { isOfSeveral: false, title: 'X' }));
    const examples = sentence.match(/\d[\d.,]*\d(?:k)?/g) ?? [];
    expect(examples).toHaveLength(3);
    for (const example of examples) {
      expect([example, readMoney(example, 'EUR', locale)]).toMatchObject([example, { ok: true }]);
    }
  });

  it('as numbers of telephones', () => {
    for (const example of parts(said(() => t('attributes.placeholder.phones')))) {
      expect([example, readPhoneNumber(example, null)]).not.toEqual([example, null]);
    }
  });
});
