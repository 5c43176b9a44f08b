/** The languages that the product speaks, each as it calls itself. */
export const languageNames = { en: 'English', de: 'Deutsch', ar: 'العربية' } as const;

/** The subtag of a language that the product speaks (BCP 47). */
export type Language = keyof typeof languageNames;

export const languages = Object.keys(languageNames) as readonly Language[];

/** Whether a text is one of the languages; what comes in a cookie may be anything. */
export const isLanguage = (text: string | undefined): text is Language =>
  text !== undefined && Object.hasOwn(languageNames, text);

/** The language that goes with a locale (BCP 47): its own, or English where the product does not speak that. */
export function languageOf(locale: string): Language {
  const [subtag] = locale.toLowerCase().split('-');
  return isLanguage(subtag) ? subtag : 'en';
}

/** The direction in which a language is written, as HTML's `dir` has it. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
