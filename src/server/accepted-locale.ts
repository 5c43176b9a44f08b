import { remembered } from '../attributes/remembered.ts';

/** The first language of `Accept-Language` that this process can format numbers and dates in; English when none. */
export const acceptedLocale = (header: string | undefined): string => firstKnown((header ?? '').slice(0, 500));

const firstKnown = remembered((header: string): string => {
  for (const part of header.split(',')) {
    const tag = part.split(';')[0]?.trim() ?? '';
    try {
      const [locale] = Intl.NumberFormat.supportedLocalesOf(tag);
      if (locale !== undefined) return locale;
    } catch {
      // Not a language tag (`*`, say): the next one may be.
    }
  }
  return 'en';
});
