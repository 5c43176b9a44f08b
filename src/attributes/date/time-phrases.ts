/** Numbers in words, as they stand in `in two weeks`. */
const counts: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  en: { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  de: {
    ...{ ein: 1, eine: 1, einem: 1, einen: 1, einer: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, fuenf: 5 },
    ...{ sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10 },
  },
};

/** Phrases that Intl does not know, each with the English that is read in its place. */
const phrases: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/^(by|until) (?=\p{L})/u, ''],
    [/^(the )?day after tomorrow$/, '+2d'],
    [/^(the )?day before yesterday$/, '-2d'],
    [/^(\p{L}+) (of )?next week$/u, 'nextweek $1'],
  ],
  de: [
    [/(?<!\p{L})j(?:ä|ae)nner(?!\p{L})/u, 'januar'],
    [/(?<!\p{L})feber(?!\p{L})/u, 'februar'],
    [/^(bis )?(zum |am )?(?=\p{L})/u, ''],
    [/^monatsende$|^ende (des |dieses |diesen )?monats?$/, 'eom'],
    [/^quartalsende$|^ende (des |dieses )?quartals?$/, 'eoq'],
    [/^jahresende$|^ende (des |dieses )?jahr(es)?$/, 'eoy'],
    [/^ende (des |im )?(?=\p{L})/u, 'end '],
    [/^(\p{L}+) (der )?n(ä|ae|a)chster? woche$/u, 'nextweek $1'],
    [/^n(ä|ae|a)chste[nrsm]? (?=\p{L})/u, 'next '],
    [/^kommende[nrsm]? (?=\p{L})/u, 'coming '],
    [/^diese[nrsm]? (?=\p{L})/u, 'this '],
  ],
  ar: [
    // The months as the Levant calls them.
    [/كانون الثاني/, 'january'],
    [/شباط/, 'february'],
    [/آذار/, 'march'],
    [/نيسان/, 'april'],
    [/أيار/, 'may'],
    [/حزيران/, 'june'],
    [/تموز/, 'july'],
    [/(?<!\p{L})آب(?!\p{L})/u, 'august'],
    [/أيلول/, 'september'],
    [/تشرين الأول/, 'october'],
    [/تشرين الثاني/, 'november'],
    [/كانون الأول/, 'december'],
    [/^(ب)?آخر (?=\p{L})/u, 'نهاية '],
    [/^(ب)?نهاية (هذا )?الشهر( الحالي)?$/, 'eom'],
    [/^(ب)?نهاية (هذا )?(الربع|ربع السنة)( الحالي)?$/, 'eoq'],
    [/^(ب)?نهاية (هذه |هذا )?(السنة|العام)( الحالية| الحالي)?$/, 'eoy'],
    [/^(ب)?نهاية (شهر )?(?=\p{L})/u, 'end '],
    [/^(يوم )?(\p{L}+) (من )?الأسبوع (القادم|المقبل)$/u, 'nextweek $2'],
    [/^(يوم )?(\p{L}+) (القادمة?|المقبلة?)$/u, 'coming $2'],
    [/^(هذا |هذه )(?=\p{L})/u, 'this '],
    [/^يوم (?=\p{L})/u, ''],
    [/^بعد غد$/, '+2d'],
    // Intl says "within"; people also say "after".
    [/^بعد /, 'خلال '],
    [/^خلال (يوم|أسبوع|شهر)$/, 'خلال $1 واحد'],
    [/^خلال (سنة|ساعة|دقيقة)$/, 'خلال $1 واحدة'],
  ],
};

/**
 * A day as people of a language write it around its names of weekdays and months, in the English that `readDay` reads: `ende nov` is
 * `end nov`, `nächsten freitag` is `next freitag`. English is understood everywhere; what is no such phrase stays as it is.
 * @param plain in lower case, with ASCII digits and single spaces
 */
export function inEnglishPhrases(plain: string, locale: string): string {
  const [own = 'en'] = locale.toLowerCase().split('-');
  const languages = own === 'en' ? ['en'] : [own, 'en'];
  const text = languages
    .flatMap((language) => phrases[language] ?? [])
    .reduce((now, [pattern, english]) => now.replace(pattern, english), plain);
  return text.replace(/^(in|\+) ?(\p{L}+) (?=\p{L})/u, (whole, lead: string, word: string) => {
    const count = languages.map((language) => counts[language]?.[word]).find((number) => number !== undefined);
    return count === undefined ? whole : `${lead} ${count} `;
  });
}
