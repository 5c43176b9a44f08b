import { folded } from '../matches-text.ts';
import { remembered } from '../remembered.ts';

/** The codes that Attio takes: ISO 3166-1 alpha-2, with XK and AC, and AN of old. */
const codes = new Set(
  (
    'AC AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC ' +
    'CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF ' +
    'GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP ' +
    'KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE ' +
    'NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL ' +
    'SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS ' +
    'XK YE YT ZA ZM ZW'
  ).split(' '),
);

/** What people write for a country beside its name and code. */
const byHabit: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  usa: 'US',
  america: 'US',
  uae: 'AE',
  turkey: 'TR',
  holland: 'NL',
  'the netherlands': 'NL',
  korea: 'KR',
  'hong kong': 'HK',
  macau: 'MO',
  macao: 'MO',
  'czech republic': 'CZ',
  'ivory coast': 'CI',
  burma: 'MM',
  swaziland: 'SZ',
  macedonia: 'MK',
  bosnia: 'BA',
  palestine: 'PS',
  vatican: 'VA',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
};

const inOneSpelling = (name: string): string =>
  folded(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const namesIn = remembered((locale: string): ReadonlyMap<string, string> => {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  return new Map([...codes].flatMap((code) => [[inOneSpelling(names.of(code) ?? code), code] as const]));
});

/** Whether Attio takes it as the code of a country. */
export const isCountryCode = (code: string): boolean => codes.has(code);

/** The code of a country by its code, its name in the locale or in English; null when it is none of these. */
export function countryCodeOf(written: string, locale: string): string | null {
  const code = written.trim().toUpperCase();
  if (codes.has(code)) return code;
  const name = inOneSpelling(written);
  return namesIn(locale).get(name) ?? namesIn('en').get(name) ?? byHabit[name] ?? null;
}

/** The name of a country in the locale; its code when it has none there. */
export const countryName = (code: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code;
