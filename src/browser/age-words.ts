const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago a moment was, in the largest unit that fits: "3 minutes ago"; "now" within the last one. */
export function ageWords(moment: string, locale: string): string {
  const seconds = (Date.now() - Date.parse(moment)) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, size] = steps.find(([, length]) => seconds >= length) ?? ['second', Number.POSITIVE_INFINITY];
  return format.format(-Math.floor(seconds / size) || 0, unit);
}
