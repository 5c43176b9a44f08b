/** A pause that no header can make shorter than a second or longer than a minute. */
const clampSeconds = (seconds: number): number => Math.min(60, Math.max(1, Math.ceil(seconds)));

/**
 * Seconds to wait after a 429. Attio documents an HTTP date, some clients report a number: both are read. A date is
 * taken relative to the answer's own `Date`, so that our clock need not agree with Attio's.
 */
export function retryAfterSeconds(retryAfter: string | null, date: string | null, now: number): number {
  if (retryAfter === null) return 1;
  if (/^\d+(\.\d+)?$/.test(retryAfter)) return clampSeconds(Number(retryAfter));
  const until = Date.parse(retryAfter);
  const sentAt = Date.parse(date ?? '');
  if (Number.isNaN(until)) return 1;
  return clampSeconds((until - (Number.isNaN(sentAt) ? now : sentAt)) / 1000);
}
