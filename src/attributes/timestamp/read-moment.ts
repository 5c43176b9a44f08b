import { daysLater, monthsLater } from '../date/calendar-day.ts';
import { type DayReading, plainly, readDay } from '../date/read-day.ts';
import { readOffset, readRelative } from '../date/read-offset.ts';
import { inEnglishPhrases } from '../date/time-phrases.ts';
import { readTime, type TimeOfDay } from './read-time.ts';

/** What a text means as a moment, or why it means none. */
export type MomentReading =
  | { ok: true; moment: string }
  | { ok: false; code: 'not_a_moment' | 'time_missing' | 'two_times' | 'no_such_time'; detail?: string }
  | Exclude<DayReading, { ok: true }>;

/**
 * Reads a moment as people type it: a day and a time (`fri 14:30`, `30/11 2pm`), a time of today, `now`, `+2h`. The time is on the
 * wall clock where this runs, unless a zone stands behind it. A time that the clock skips or shows twice is asked about.
 * @param now `YYYY-MM-DDTHH:MM` on that clock, which the text is counted from
 */
export function readMoment(text: string, now: string, locale: string): MomentReading {
  const plain = plainly(text.replace(/(\d)T(?=\d)/gi, '$1 '));
  const [today, minute] = [now.slice(0, 10), now.slice(11)];
  if (plain === 'now') return atWall(today, minute, null);
  const phrase = inEnglishPhrases(plain, locale);
  const offset = readOffset(phrase) ?? readRelative(phrase, locale);
  if (offset) {
    const month = monthsLater(today, offset.months);
    const day = month && daysLater(month, offset.days);
    if (day === null) return { ok: false, code: 'no_such_day', days: [] };
    const start = atWall(day, minute, null);
    return start.ok ? { ok: true, moment: utcText(Date.parse(start.moment) + Math.trunc(offset.minutes * 60) * 1000) } : start;
  }
  const time = readTime(plain, locale);
  if (time === null) {
    const day = readDay(plain, today, locale);
    return day.ok ? { ok: false, code: 'time_missing' } : day.code === 'not_a_date' ? { ok: false, code: 'not_a_moment' } : day;
  }
  const day: DayReading = time.rest === '' ? { ok: true, day: today } : readDay(time.rest, today, locale);
  if (!day.ok) return day.code === 'not_a_date' ? { ok: false, code: 'not_a_moment' } : day;
  const [clock, another] = time.clocks;
  if (clock === undefined) return { ok: false, code: 'no_such_time', detail: plain };
  if (another !== undefined) return { ok: false, code: 'two_times', detail: `${clock} / ${another}` };
  return atWall(day.day, clock, time.zone);
}

const utcText = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The moment at which a wall clock shows this: in a given zone, or in the one where this runs. */
function atWall(day: string, clock: string, zone: TimeOfDay['zone']): MomentReading {
  const wall = `${day}T${clock.length === 5 ? `${clock}:00` : clock}`;
  if (zone !== null) return { ok: true, moment: utcText(Date.parse(wall + zone)) };
  // A wall time without a zone is read in the local one (ECMA-262, date time string format).
  const ms = Date.parse(wall);
  const shows = (at: number): boolean => {
    const date = new Date(at);
    const local = new Date(at - date.getTimezoneOffset() * 60_000);
    return local.toISOString().slice(0, 19) === wall;
  };
  if (!shows(ms)) return { ok: false, code: 'no_such_time', detail: clock };
  // Clocks are put back by half an hour (Lord Howe) or an hour.
  const twin = [-60, -30, 30, 60].map((minutes) => ms + minutes * 60_000).find(shows);
  if (twin === undefined) return { ok: true, moment: utcText(ms) };
  const offsets = [ms, twin].sort((a, b) => a - b).map((at) => `${clock} ${offsetText(-new Date(at).getTimezoneOffset())}`);
  return { ok: false, code: 'two_times', detail: offsets.join(' / ') };
}

/** `+02:00` for 120 minutes. */
function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
