const PATTERN =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/**
 * Reads an ISO 8601 date or timestamp, partial ones padded and UTC assumed where no zone is given, and answers it in UTC
 * with nine fractional digits (docs.attio.com/docs/attribute-types/attribute-types-timestamp). Undefined if it is no date.
 */
export function isoTime(written: string): string | undefined {
  const match = PATTERN.exec(written);
  if (!match) return undefined;
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = match;
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const moment = new Date(`${wall}Z`);
  // Date rolls 31 February over to March; a date that does not read back as written does not exist.
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 19) !== wall) return undefined;
  const utc = new Date(moment.getTime() - offsetMinutes(zone) * 60_000);
  const stamp = utc.toISOString().slice(0, 19);
  return /^\d{4}-/.test(stamp) ? `${stamp}.${fraction.padEnd(9, '0')}Z` : undefined;
}

function offsetMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.replace(/\D/g, '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4)));
}
