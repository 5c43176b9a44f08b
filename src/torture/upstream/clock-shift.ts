/** How the upstream's clock differs from the server's, as seen through the proxy. */
export interface ClockShift {
  ms: number;
  /** `world`: every time it tells or is told. `header`: `Date` alone, as behind a gateway whose clock is wrong. */
  of: 'world' | 'header';
}

const moments = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;

/** The text with every RFC 3339 moment in UTC moved; digits below the millisecond stay. */
const movedMoments = (text: string, ms: number): string =>
  text.replace(moments, (moment, fraction: string | undefined) => {
    const moved = new Date(Date.parse(moment) + ms).toISOString();
    const finer = fraction?.slice(4) ?? '';
    return fraction === undefined ? moved.replace(/\.\d+Z$/, 'Z') : moved.replace('Z', `${finer}Z`);
  });

/** A request's body as the upstream is to read it. */
export const shiftedRequest = (body: string, shift: ClockShift | null): string =>
  shift?.of === 'world' ? movedMoments(body, -shift.ms) : body;

/** An answer's body as the server is to read it. */
export const shiftedAnswer = (body: string, shift: ClockShift | null): string =>
  shift?.of === 'world' ? movedMoments(body, shift.ms) : body;

/** The answer's `Date` as the server is to read it. */
export function shiftedDate(date: string | undefined, shift: ClockShift | null): Record<string, string> {
  if (date === undefined) return {};
  return { date: shift ? new Date(Date.parse(date) + shift.ms).toUTCString() : date };
}
