import { remembered } from '../remembered.ts';

/** The time at the end or the start of a text, and what else stands there. */
export interface TimeOfDay {
  /** `HH:MM` or `HH:MM:SS`; two where it may be morning or afternoon, none where there is no such time. */
  clocks: string[];
  /** As ISO 8601 writes it (`Z`, `+02:00`); null for the wall clock of who types. */
  zone: string | null;
  rest: string;
}

const lead = String.raw`(?:at |um |às |as |à |a las? |alle |kl\.? ?|@ ?)`;
const time = String.raw`${lead}?(?:(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.0+)?)?|(?<hours>\d{1,2})h(?<minutes>\d{2})?|(?<bare>\d{1,2})(?= ?[ap]\.?m))`;
const half = String.raw`(?: ?(?<half>[ap])\.?m\.?)?`;
const zone = String.raw`(?: ?(?<zone>z|utc|gmt|(?:(?:utc|gmt)? ?[+-]\d{2}:?\d{2})))?`;
const atEnd = new RegExp(`(?:^|[ ,])${time}(?: ?uhr)?${half}${zone}$`, 'u');
const atStart = new RegExp(`^${time}(?: ?uhr)?${half}${zone}(?=[ ,])`, 'u');
/** `um 14.30`, `14.30 uhr`: with a point it may be a date, unless a word says that it is a time. */
const pointed = /(?<=(?:^|\s)(?:um|kl\.?|alle) )(\d{1,2})\.(\d{2})(?!\d|\.)|(?<!\d\.?)(\d{1,2})\.(\d{2})(?= uhr(?:$|[ ,]))/gu;

/** Whether the locale's clock has twelve hours. */
const hasTwelveHours = remembered(
  (locale: string): boolean => new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true,
);

/** How a locale calls the halves of the day behind a time: `am`, `ص`, `π.μ.`. */
const halves = remembered((locale: string): [string, 'am' | 'pm'][] =>
  ([2, 14] as const).map((hour) => {
    const parts = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' }).formatToParts(
      Date.UTC(2026, 0, 1, hour),
    );
    const name =
      parts
        .find(({ type }) => type === 'dayPeriod')
        ?.value.normalize('NFKC')
        .toLowerCase() ?? '';
    return [name, hour === 2 ? 'am' : 'pm'];
  }),
);

/** The text with the locale's own words about time as everybody writes them. */
function inPlainTime(text: string, locale: string): string {
  const told = halves(locale).find(([name]) => name !== '' && !/^[ap]\.?m\.?$/.test(name) && text.endsWith(name));
  const named =
    told && /\d ?$/.test(text.slice(0, -told[0].length)) ? `${text.slice(0, -told[0].length).trimEnd()} ${told[1]}` : text;
  return named.replace(pointed, (_, h1, m1, h2, m2) => `${h1 ?? h2}:${m1 ?? m2}`);
}

/** Finds `14:30`, `2pm`, `2:30 p.m.`, `14h30`, `um 14.30`, `noon`, `14:30 +02:00` in a text in lower case; null when there is no time in it. */
export function readTime(written: string, locale: string): TimeOfDay | null {
  const text = inPlainTime(written, locale);
  const noon = /(?:^| )(?:at )?noon$|^noon /.exec(text);
  if (noon) return { clocks: ['12:00'], zone: null, rest: text.replace(noon[0], '').trim() };
  const match = atEnd.exec(text) ?? atStart.exec(text);
  if (!match?.groups) return null;
  const { hour, minute, second, hours, minutes, bare, half: named, zone: offset } = match.groups;
  const rest = (text.slice(0, match.index) + text.slice(match.index + match[0].length)).replace(/^[ ,]+|[ ,]+$/g, '');
  const typed = hour ?? hours ?? bare ?? '';
  const clock = (at: number): string =>
    [String(at).padStart(2, '0'), minute ?? minutes ?? '00', ...(second === undefined ? [] : [second])].join(':');
  const clocks = hoursMeant(typed, named, hour !== undefined && hasTwelveHours(locale)).map(clock);
  const isReal = clocks.every((one) => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(one));
  return { clocks: isReal ? clocks : [], zone: zoneText(offset), rest };
}

/** The hours of the day that a typed hour may be: one with am or pm; in a locale of twelve hours `2` may be either. */
function hoursMeant(typed: string, half: string | undefined, isTwelve: boolean): number[] {
  const hour = Number(typed);
  if (half !== undefined) return hour >= 1 && hour <= 12 ? [(hour % 12) + (half === 'p' ? 12 : 0)] : [];
  return isTwelve && typed.length === 1 && hour >= 1
    ? [hour, hour + 12]
    : isTwelve && (hour === 10 || hour === 11)
      ? [hour, hour + 12]
      : [hour];
}

function zoneText(offset: string | undefined): string | null {
  if (offset === undefined) return null;
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? [];
  return sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`;
}
