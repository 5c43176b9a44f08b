import { remembered } from '../remembered.ts';

const momentFormat = remembered(
  (locale: string, timeZone: string) =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
      calendar: 'gregory',
      timeZone,
    }),
);

/** A moment as the locale writes it, with the weekday and the zone; `timeZone` null for the zone where this runs. */
export const momentWords = (moment: string, locale: string, timeZone: string | null = null): string =>
  momentFormat(locale, timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone).format(new Date(moment));
