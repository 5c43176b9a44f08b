const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** A moment plus an ISO 8601 duration such as `P1M`; undefined when it is none, or leads out of time. */
export function laterBy(from: string, duration: string): string | undefined {
  const match = DURATION.exec(duration);
  if (!match) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const moment = new Date(from);
  moment.setUTCFullYear(moment.getUTCFullYear() + years, moment.getUTCMonth() + months, moment.getUTCDate() + weeks * 7 + days);
  moment.setUTCHours(moment.getUTCHours() + hours, moment.getUTCMinutes() + minutes, moment.getUTCSeconds() + seconds);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
