/** `2026-11-30 00:00`, `2026-11-30T00:00:00Z`, `11/30/2026 12:00:00 AM`: the hour of it. */
const midnight =
  /(?<=\p{Nd})(?:[T\s]\s*0{1,2}:00(?::00(?:\.0+)?)?|\s+12:00(?::00)?\s?am)(?:\s?(?:z|utc|[+-]\d\d:?\d\d))?(?=\s*(?:;|$))/giu;

/** A text of days without the midnight that spreadsheets and exports write behind each; another hour stays, as it is no plain day. */
export const withoutMidnight = (text: string): string => text.replace(midnight, '');
