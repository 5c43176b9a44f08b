import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDay, daysLater, monthsLater, weekdayOf } from './calendar-day.ts';
import { textOfDuration } from './dated-text.ts';
import { weekdayWords } from './day-words.ts';
import { readDay } from './read-day.ts';

/** A Saturday. */
const saturday = '2026-11-28';
const monday = '2026-11-30';

const read = (text: string, locale = 'en-GB', today = saturday) => {
  const reading = readDay(text, today, locale);
  return reading.ok ? reading.day : [reading.code, ...reading.days].join(' ');
};

describe('a day as typed', () => {
  it.each([
    ['today', '2026-11-28'],
    ['Tomorrow', '2026-11-29'],
    ['yesterday', '2026-11-27'],
    ['fri', '2026-12-04'],
    ['Friday', '2026-12-04'],
    ['sat', '2026-11-28'],
    ['next tue', '2026-12-01'],
    ['30/11', '2026-11-30'],
    ['30.11.', '2026-11-30'],
    ['30. 11. 2027', '2027-11-30'],
    ['30/11/27', '2027-11-30'],
    ['27/11', '2027-11-27'],
    ['28/11', '2026-11-28'],
    ['30 nov', '2026-11-30'],
    ['30nov', '2026-11-30'],
    ['nov 30', '2026-11-30'],
    ['Nov 30 2027', '2027-11-30'],
    ['30th of November, 2027', '2027-11-30'],
    ['1 jan', '2027-01-01'],
    ['29 feb', '2028-02-29'],
    ['2026-11-30', '2026-11-30'],
    ['2026/1/5', '2026-01-05'],
    ['mon 30 nov', '2026-11-30'],
    ['Monday, 30 November 2026', '2026-11-30'],
    ['end nov', '2026-11-30'],
    ['end of February', '2027-02-28'],
    ['End of Nov 2027', '2027-11-30'],
    ['+2w', '2026-12-12'],
    ['+10d', '2026-12-08'],
    ['+3m', '2027-02-28'],
    ['+1y', '2027-11-28'],
    ['-1d', '2026-11-27'],
    ['in 2 weeks', '2026-12-12'],
    ['end of month', '2026-11-30'],
    ['eom', '2026-11-30'],
    ['end of quarter', '2026-12-31'],
    ['end of the year', '2026-12-31'],
    ['by end of month', '2026-11-30'],
    ['31-Dec-26', '2026-12-31'],
    ['31-dec-2026', '2026-12-31'],
    ['1-Jan', '2027-01-01'],
    ['end q4', '2026-12-31'],
    ['end of Q1', '2027-03-31'],
    ['end of q1 2028', '2028-03-31'],
    ['the day after tomorrow', '2026-11-30'],
    ['in 2 days', '2026-11-30'],
    ['2 days ago', '2026-11-26'],
    ['in two weeks', '2026-12-12'],
    ['in a month', '2026-12-28'],
    ['fri next week', '2026-12-04'],
    ['coming sat', '2026-12-05'],
    ['٣٠/١١', '2026-11-30'],
    ['2026年11月30日', '2026-11-30'],
  ])('%j is %s', (text, day) => expect(read(text)).toBe(day));

  it('puts day and month in the order of the locale, and the other way round where only that makes a day', () => {
    expect(read('3/4', 'en-GB')).toBe('2027-04-03');
    expect(read('3/4', 'en-US')).toBe('2027-03-04');
    expect(read('3.4.', 'de-DE')).toBe('2027-04-03');
    expect(read('11/30', 'en-US')).toBe('2026-11-30');
    expect(read('11/30', 'en-GB')).toBe('2026-11-30');
    expect(read('30/11', 'en-US')).toBe('2026-11-30');
    expect(read('26-11-30', 'sv-SE')).toBe('2026-11-30');
  });

  it.each([
    ['fr', 'de-DE', '2026-12-04'],
    ['Do', 'de-DE', '2026-12-03'],
    ['Donnerstag', 'de-DE', '2026-12-03'],
    ['30. März', 'de-DE', '2027-03-30'],
    ['30. maerz 2027', 'en-GB', 'not_a_date'],
    ['morgen', 'de-DE', '2026-11-29'],
    ['demain', 'fr-FR', '2026-11-29'],
    ['mar', 'fr-FR', '2026-12-01'],
    ['3 mar', 'fr-FR', '2027-03-03'],
    ['3 févr. 2027', 'fr-FR', '2027-02-03'],
    ['3 fevrier', 'fr-FR', '2027-02-03'],
    ['30 de noviembre', 'es-ES', '2026-11-30'],
    ['пятница', 'ru-RU', '2026-12-04'],
    ['30 ноября', 'ru-RU', '2026-11-30'],
    ['金曜日', 'ja-JP', '2026-12-04'],
    ['11/30', 'ja-JP', '2026-11-30'],
    ['fri', 'ru-RU', '2026-12-04'],
    ['Ende Nov', 'de-DE', '2026-11-30'],
    ['Ende November 2027', 'de-AT', '2027-11-30'],
    ['Ende Q4', 'de-CH', '2026-12-31'],
    ['Monatsende', 'de-DE', '2026-11-30'],
    ['bis Ende des Quartals', 'de-DE', '2026-12-31'],
    ['zum Jahresende', 'de-DE', '2026-12-31'],
    ['übermorgen', 'de-DE', '2026-11-30'],
    ['vorgestern', 'de-DE', '2026-11-26'],
    ['in 2 Wochen', 'de-DE', '2026-12-12'],
    ['in drei Monaten', 'de-DE', '2027-02-28'],
    ['+2 Tage', 'de-DE', '2026-11-30'],
    ['+2t', 'de-DE', '2026-11-30'],
    ['vor 2 Tagen', 'de-DE', '2026-11-26'],
    ['nächsten Dienstag', 'de-DE', '2026-12-01'],
    ['am naechsten Dienstag', 'de-DE', '2026-12-01'],
    ['kommenden Freitag', 'de-DE', '2026-12-04'],
    ['diesen Freitag', 'de-DE', '2026-12-04'],
    ['am Freitag', 'de-DE', '2026-12-04'],
    ['Freitag nächster Woche', 'de-DE', '2026-12-04'],
    ['end nov', 'de-DE', '2026-11-30'],
    ['dans 2 semaines', 'fr-FR', '2026-12-12'],
    ['après-demain', 'fr-FR', '2026-11-30'],
    ['غدًا', 'ar-EG', '2026-11-29'],
    ['بعد غد', 'ar-EG', '2026-11-30'],
    ['نهاية الشهر', 'ar-EG', '2026-11-30'],
    ['نهاية نوفمبر', 'ar-EG', '2026-11-30'],
    ['نهاية الربع', 'ar-SA-u-ca-gregory', '2026-12-31'],
    ['يوم الجمعة', 'ar-EG', '2026-12-04'],
    ['الجمعة القادمة', 'ar-EG', '2026-12-04'],
    ['بعد أسبوعين', 'ar-EG', '2026-12-12'],
    ['خلال ٣ أيام', 'ar-EG', '2026-12-01'],
    ['بعد أسبوع', 'ar-EG', '2026-12-05'],
    ['بعد شهر', 'ar-EG', '2026-12-28'],
    ['بعد سنة', 'ar-EG', '2027-11-28'],
    ['آخر الشهر', 'ar-EG', '2026-11-30'],
    ['31 كانون الأول', 'ar-LB', '2026-12-31'],
    ['نهاية كانون الثاني', 'ar-EG', '2027-01-31'],
    ['15. Jänner', 'de-DE', '2027-01-15'],
    ['Ende Jänner', 'de-AT', '2027-01-31'],
  ])('%j in %s is %s', (text, locale, day) => expect(read(text, locale)).toBe(day));

  it.each(['30/02', '31/04', '2026-02-30', '30 feb', '29 feb 2027', '32/1', '13/13', '0/5'])(
    '%j is no day, and is said to be none',
    (text) => expect(read(text)).toBe('no_such_day'),
  );

  it.each([
    '',
    'soon',
    'ju',
    'nov',
    'nov 2026',
    '30',
    '1/2/3',
    'fri fri',
    '30 nov dec',
    'next 30/11',
    '+',
    '+2',
    '+2x',
    'next',
    '+48h',
    '+90min',
    '+2s',
    'end q5',
    'end of the road',
    'next week',
    'in a hurry',
  ])('%j is no date', (text) => expect(read(text)).toBe('not_a_date'));

  it('asks rather than guesses where it may be two days', () => {
    expect(read('next fri', 'en-GB', monday)).toBe('two_days 2026-12-04 2026-12-11');
    expect(read('nächsten Freitag', 'de-DE', monday)).toBe('two_days 2026-12-04 2026-12-11');
    expect(read('kommenden Freitag', 'de-DE', monday)).toBe('2026-12-04');
    expect(read('Freitag nächster Woche', 'de-DE', monday)).toBe('2026-12-11');
    // In the United States Sunday begins a week: its Tuesday is two days away.
    expect(read('next tue', 'en-US', '2026-11-29')).toBe('two_days 2026-12-01 2026-12-08');
    expect(read('next tue', 'en-GB', '2026-11-29')).toBe('2026-12-01');
    expect(read('3.4.', 'en-US')).toBe('two_days 2027-04-03 2027-03-04');
    expect(read('26-11-30')).toBe('two_days 2030-11-26 2026-11-30');
    expect(read('tue 30 nov')).toBe('other_weekday 2026-11-30');
  });

  it('reads what Intl writes, in any locale that has its months and weekdays in single words', () => {
    const locales = [
      'en-US',
      'en-GB',
      'de-DE',
      'fr-FR',
      'es-ES',
      'it-IT',
      'nl-NL',
      'pl-PL',
      'sv-SE',
      'tr-TR',
      'ru-RU',
      'uk-UA',
      'el-GR',
      'cs-CZ',
    ];
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => daysLater('2000-01-01', days) ?? '');
    fc.assert(
      fc.property(fc.constantFrom(...locales), day, fc.constantFrom('short', 'medium', 'long'), (locale, wanted, dateStyle) => {
        if (dateStyle === 'short' && wanted < '2000') return;
        const written = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(new Date(`${wanted}T12:00:00Z`));
        const reading = readDay(written.replace(/ г\.| р\.$/u, ''), saturday, locale);
        // Two digits of a year are of this century.
        if (dateStyle === 'short' && wanted >= '2100') return;
        if (!reading.ok && reading.code === 'two_days') expect(reading.days).toContain(wanted);
        else expect(reading, `${locale} ${written}`).toEqual({ ok: true, day: wanted });
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes day and month in the order in which people of the locale write them, and asks where they write both', () => {
    expect(read('4/3', 'sv-SE')).toBe('2027-03-04');
    expect(read('4/3/2027', 'sv-SE')).toBe('2027-03-04');
    expect(read('4/3', 'ja-JP')).toBe('2027-04-03');
    for (const locale of ['fr-CA', 'en-CA', 'en-ZA']) {
      expect(read('3/4', locale)).toBe('two_days 2027-04-03 2027-03-04');
      expect(read('3/4/2027', locale)).toBe('two_days 2027-04-03 2027-03-04');
      expect(read('30/11', locale)).toBe('2026-11-30');
      expect(read('2027-04-03', locale)).toBe('2027-04-03');
    }
  });

  it('knows the years of the calendar that people of the locale count by', () => {
    expect(read('30/11/2569', 'th-TH')).toBe('2026-11-30');
    expect(read('30/11/2026', 'th-TH')).toBe('2026-11-30');
    expect(read('30/11', 'th-TH')).toBe('2026-11-30');
    expect(read('30/11/69', 'th-TH')).toBe('two_days 2069-11-30 2026-11-30');
    expect(read('1405/9/9', 'fa-IR')).toBe('2026-11-30');
    expect(read('۱۴۰۵/۹/۹', 'fa-IR')).toBe('2026-11-30');
    expect(read('2026/11/30', 'fa-IR')).toBe('2026-11-30');
    const days = fc.integer({ min: -4_000, max: 8_000 }).map((count) => daysLater(saturday, count) ?? '');
    fc.assert(
      fc.property(fc.constantFrom('th-TH', 'fa-IR', 'th-TH-u-ca-gregory'), days, (locale, wanted) => {
        const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
        expect(read(format.format(new Date(`${wanted}T00:00:00Z`)), locale)).toBe(wanted);
      }),
    );
  });

  it('reads its own words, so that an echo can be typed', () => {
    for (const locale of ['en-US', 'en-GB', 'de-DE', 'fr-FR']) expect(read(weekdayWords(monday, locale), locale)).toBe(monday);
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readDay(text, saturday, 'fr-FR').ok === 'boolean'));
    for (const text of ['+99999y', '-99999d', '+99999w', '9999-12-31', '0000-00-00']) expect(typeof read(text)).toBe('string');
  });
});

describe('counting days', () => {
  it('keeps the last day of shorter months, and leap years', () => {
    expect(monthsLater('2027-01-31', 1)).toBe('2027-02-28');
    expect(monthsLater('2028-01-31', 1)).toBe('2028-02-29');
    expect(monthsLater('2026-11-30', -9)).toBe('2026-02-28');
    expect(monthsLater('2026-12-31', 12)).toBe('2027-12-31');
    expect(calendarDay(2100, 2, 29)).toBe(null);
    expect(daysLater('9999-12-31', 1)).toBe(null);
    expect(weekdayOf('2026-11-28')).toBe(6);
  });

  it.each([
    ['P1D', '+1d', '2026-11-29'],
    ['P1M', '+1m', '2026-12-28'],
    ['P2W', '+2w', '2026-12-12'],
    ['P1Y2M3D', '+1y 2m 3d', '2028-01-31'],
    ['P0D', '+0d', '2026-11-28'],
    ['PT0S', '+0d', '2026-11-28'],
    ['-P1D', '-1d', '2026-11-27'],
  ])('the duration %s is %s, which is %s', (duration, text, day) => {
    expect(textOfDuration(duration)).toBe(text);
    expect(read(text)).toBe(day);
  });

  it.each(['P', 'PT', 'current-user', '1D', 'P1.5D'])('%s is no duration', (text) => expect(textOfDuration(text)).toBe(null));
});
