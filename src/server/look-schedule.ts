/** Looks in the first minute, in milliseconds after the outcome became unknown; the settle time ends with one more. */
const early = [0, 2_000, 5_000, 15_000];
/** Looks at what a person has to check, in case it turns up by itself. */
const later = [5 * 60_000, 60 * 60_000, 24 * 60 * 60_000];

/** Whether "not found" may be said: an answer that still comes would be late beyond belief. */
export const isSettled = (openMs: number, settleMs: number): boolean => openMs >= settleMs;

/** Milliseconds from now until a submission is looked for again; null when it never is. */
export function nextLookIn(openMs: number, settleMs: number): number | null {
  const times = [...early.filter((ms) => ms < settleMs), settleMs, ...later.filter((ms) => ms > settleMs)];
  const next = times.find((ms) => ms > openMs);
  return next === undefined ? null : next - openMs;
}

/** After the early ones, a submission that may be repeated without danger is, so often and so long. */
const repeatEveryMs = 30_000;
const repeatForMs = 60 * 60_000;

/**
 * Milliseconds from now until a submission whose repetition is safe is sent once more, after so many attempts without an answer; not
 * above 0 when that is now, null when it has been tried long enough.
 */
export function repeatIn(unsure: number, openMs: number): number | null {
  const last = early.length - 1;
  const at = early[unsure - 1] ?? (early[last] ?? 0) + (unsure - 1 - last) * repeatEveryMs;
  return openMs > repeatForMs ? null : at - openMs;
}
