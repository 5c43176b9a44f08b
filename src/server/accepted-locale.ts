/** The first language of `Accept-Language` that this process can format numbers and dates in; English when none. */
export function acceptedLocale(header: string | undefined): string {
  for (const part of (header ?? '').slice(0, 500).split(',')) {
    const tag = part.split(';')[0]?.trim() ?? '';
    try {
      const [locale] = Intl.NumberFormat.supportedLocalesOf(tag);
      if (locale !== undefined) return locale;
    } catch {
      // Not a language tag (`*`, say): the next one may be.
    }
  }
  return 'en';
}
