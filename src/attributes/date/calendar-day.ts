/**
 * Calendar days as `YYYY-MM-DD`. A day has no time, so no zone can move it: the arithmetic is done in UTC, where every day has
 * 24 hours, and the result is read back there.
 */
const dayMs = 86_400_000;

const inUtc = (day: string): Date => new Date(`${day}T00:00:00Z`);

const written = (date: Date): string => date.toISOString().slice(0, 10);

/** Whether `YYYY-MM-DD` names a day that exists. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001-01-01') return false;
  const date = inUtc(text);
  return !Number.isNaN(date.getTime()) && written(date) === text;
}

/** The day of these numbers, or null when there is none. */
export function calendarDay(year: number, month: number, day: number): string | null {
  const [yyyy, mm, dd] = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  const text = `${yyyy}-${mm}-${dd}`;
  return isCalendarDay(text) ? text : null;
}

/** The day so many days later; null beyond the year 9999. */
export function daysLater(day: string, days: number): string | null {
  const time = inUtc(day).getTime() + days * dayMs;
  return Math.abs(time) <= 8.64e15 && isCalendarDay(written(new Date(time))) ? written(new Date(time)) : null;
}

/** The same day of the month so many months later, or that month's last where it is shorter. */
export function monthsLater(day: string, months: number): string | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  if (toYear < 1 || toYear > 9999) return null;
  for (let last = date; last > 27; last -= 1) {
    const found = calendarDay(toYear, toMonth, last);
    if (found) return found;
  }
  return calendarDay(toYear, toMonth, date);
}

/** The last day of the month, of the quarter (3 months) or of the year (12) in which the day lies. */
export function endOfMonths(day: string, months: 1 | 3 | 12): string | null {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const next = monthsLater(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`,
    months - ((month - 1) % months),
  );
  return next && daysLater(next, -1);
}

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: string): number => inUtc(day).getUTCDay();
