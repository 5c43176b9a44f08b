import { afterEach, describe, expect, it } from 'vitest';
import type { Field } from '../../contract/deal-form.ts';
import { dateEntry } from '../date/date-entry.ts';
import { typedNow } from '../date/dated-text.ts';
import { localMoment } from '../date/local-moment.ts';
import { momentWords } from './moment-words.ts';
import { readMoment } from './read-moment.ts';
import { canonicalMoment } from './timestamp-forms.ts';

const ownZone = process.env['TZ'];
afterEach(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

const read = (text: string, zone = 'Europe/Berlin', locale = 'en-GB', now = '2026-11-28T16:05') => {
  process.env['TZ'] = zone;
  const reading = readMoment(text, now, locale);
  if (reading.ok) return reading.moment;
  return [reading.code, 'days' in reading ? reading.days.join(' ') : reading.detail].filter(Boolean).join(' ');
};

describe('a moment as typed', () => {
  it.each([
    ['fri 14:30', '2026-12-04T13:30:00Z'],
    ['30/11 2pm', '2026-11-30T13:00:00Z'],
    ['30/11 2 p.m.', '2026-11-30T13:00:00Z'],
    ['30 nov 2026, 14:30', '2026-11-30T13:30:00Z'],
    ['14:30', '2026-11-28T13:30:00Z'],
    ['at 9:05', '2026-11-28T08:05:00Z'],
    ['14:30 tomorrow', '2026-11-29T13:30:00Z'],
    ['tomorrow noon', '2026-11-29T11:00:00Z'],
    ['fri 14h30', '2026-12-04T13:30:00Z'],
    ['12am', '2026-11-27T23:00:00Z'],
    ['2026-11-30T14:30', '2026-11-30T13:30:00Z'],
    ['2026-11-30 14:30:15', '2026-11-30T13:30:15Z'],
    ['30 nov 14:30 UTC', '2026-11-30T14:30:00Z'],
    ['30 nov 14:30 +05:30', '2026-11-30T09:00:00Z'],
    ['now', '2026-11-28T15:05:00Z'],
    ['+2h', '2026-11-28T17:05:00Z'],
    ['+1d', '2026-11-29T15:05:00Z'],
    ['+1d 30min', '2026-11-29T15:35:00Z'],
    ['+2w', '2026-12-12T15:05:00Z'],
  ])('%j is %s in Berlin', (text, moment) => expect(read(text)).toBe(moment));

  it.each([
    ['de-DE', 'morgen um 14:30', '2026-11-29T13:30:00Z'],
    ['de-DE', '30.11.2027 14:30 Uhr', '2027-11-30T13:30:00Z'],
    ['de-DE', '30.11.2027 14.30 Uhr', '2027-11-30T13:30:00Z'],
    ['de-DE', 'Fr um 14.30', '2026-12-04T13:30:00Z'],
    ['pt-BR', 'amanhã às 14h', '2026-11-29T13:00:00Z'],
    ['pt-BR', '30/11/2027 14h30', '2027-11-30T13:30:00Z'],
    ['ar-EG', '٣٠ نوفمبر ٢٠٢٧ ٢:٣٠ م', '2027-11-30T13:30:00Z'],
    ['ar-EG', '٣٠ نوفمبر ٢٠٢٧ ٢:٣٠ ص', '2027-11-30T01:30:00Z'],
    ['de-DE', '30.11.', 'time_missing'],
    ['de-DE', '14.11', 'time_missing'],
  ])('in %s %j is %s', (locale, text, moment) => expect(read(text, 'Europe/Berlin', locale)).toBe(moment));

  it.each([
    ['fri', 'time_missing'],
    ['14:60', 'no_such_time 14:60'],
    ['25:00', 'no_such_time 25:00'],
    ['13pm', 'no_such_time 13pm'],
    ['30/02 14:30', 'no_such_day'],
    ['soon', 'not_a_moment'],
    ['soon 14:30', 'not_a_moment'],
    ['next fri 14:30', '2026-12-04T13:30:00Z'],
  ])('%j is %s', (text, outcome) => expect(read(text)).toBe(outcome));

  it('asks which half of the day is meant where clocks have twelve hours', () => {
    expect(read('2:30', 'America/New_York', 'en-US')).toBe('two_times 02:30 / 14:30');
    expect(read('2:30pm', 'America/New_York', 'en-US')).toBe('2026-11-28T19:30:00Z');
    expect(read('02:30', 'America/New_York', 'en-US')).toBe('2026-11-28T07:30:00Z');
    expect(read('2:30', 'Europe/Berlin', 'de-DE')).toBe('2026-11-28T01:30:00Z');
  });

  it('asks about a time that the clock skips or shows twice', () => {
    expect(read('28/3/2027 02:30')).toBe('no_such_time 02:30');
    expect(read('25/10/2026 02:30')).toBe('two_times 02:30 +02:00 / 02:30 +01:00');
    expect(read('25/10/2026 02:30 +01:00')).toBe('2026-10-25T01:30:00Z');
    expect(read('25/10/2026 03:00')).toBe('2026-10-25T02:00:00Z');
    expect(read('4/4/2027 01:45', 'Australia/Lord_Howe')).toBe('two_times 01:45 +11:00 / 01:45 +10:30');
  });

  it('is echoed in the zone where it was typed, which is named', () => {
    process.env['TZ'] = 'America/New_York';
    expect(momentWords('2026-11-30T13:30:00Z', 'en-US')).toMatch(/Monday, November 30, 2026.*8:30\sAM EST/);
    process.env['TZ'] = 'Asia/Tokyo';
    expect(momentWords('2026-11-30T20:30:00Z', 'en-GB')).toMatch(/Tuesday.*1 December 2026.*05:30 GMT\+9/);
  });
});

describe('a moment in a request', () => {
  it.each([
    ['2026-11-30T13:30:00Z', '2026-11-30T13:30:00Z'],
    ['2026-11-30T14:30:00.120000000+01:00', '2026-11-30T13:30:00.12Z'],
    ['2026-11-30T14:30Z', '2026-11-30T14:30:00Z'],
    ['2026-02-30T14:30:00Z', null],
    ['2026-11-30T24:30:00Z', null],
    ['2026-11-30T14:30:00', null],
    ['2026-11-30', null],
  ])('%s is %s', (text, moment) => expect(canonicalMoment(text)).toBe(moment));
});

describe('today, wherever the rep is', () => {
  const field = { slug: 'close_date', type: 'date' } as Field;
  const context = { locale: 'en-GB', members: [] };
  /** Minutes around midnight of many zones, in UTC. */
  const around = [
    '2026-11-28T10:59:30Z',
    '2026-11-28T11:00:30Z',
    '2026-11-28T22:59:30Z',
    '2026-11-28T23:00:30Z',
    '2026-11-29T00:00:30Z',
    '2026-11-29T09:59:30Z',
  ];

  it.each(['Pacific/Kiritimati', 'Asia/Tokyo', 'Asia/Kolkata', 'Europe/Berlin', 'UTC', 'America/New_York', 'Pacific/Pago_Pago'])(
    'is the day on the wall in %s',
    (zone) => {
      process.env['TZ'] = zone;
      for (const at of around) {
        const now = new Date(at);
        const wall = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(now);
        expect(localMoment(now).slice(0, 10)).toBe(wall);
        const reading = dateEntry.read({ text: 'today', typed_at: localMoment(now) }, field, context);
        expect(reading).toEqual({ ok: true, value: wall });
        // A day that was named is that day, whatever the clock says.
        expect(dateEntry.read({ text: '30 nov 2026', typed_at: localMoment(now) }, field, context)).toEqual({
          ok: true,
          value: '2026-11-30',
        });
      }
    },
  );

  it('is the day on which it was typed, also when a draft is opened again a week later', () => {
    expect(dateEntry.read({ text: 'fri', typed_at: '2026-11-20T23:59' }, field, context)).toEqual({
      ok: true,
      value: '2026-11-20',
    });
    expect(typedNow('fri').typed_at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
  });
});
