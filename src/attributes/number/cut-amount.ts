import { halfWidth } from '../half-width.ts';
import { leadingMagnitude } from './magnitude.ts';

/** A text with one number in it, cut into what is the number's and what may be a currency's. */
export interface CutAmount {
  /** Its sign, digits and separators, as written. */
  number: string;
  /** The powers of ten that a word behind it may mean; `[0]` where there is none. */
  exponents: readonly number[];
  /** Whether that word stands right behind the digits, as it is typed. */
  isTight: boolean;
  before: string;
  after: string;
}

/** Digits with all that may stand between them. */
const digitsIn = /\p{Nd}(?:.*\p{Nd})?/su;
/** Plus, minus and brackets, which belong to the number wherever a currency stands; not the hyphen of `US-Dollar`. */
const signs = /[+()]|(?<!\p{L})[-−–‒—﹣]|[-−–‒—﹣](?![\p{L}\p{Sc}])/gu;

/** The signs in a text; words in brackets of their own only explain a currency: `… (สหราชอาณาจักร)`. */
const signsOf = (text: string): string =>
  (text.replace(/\([^()]*\)/g, (part) => (/\p{L}/u.test(part) ? '' : part)).match(signs) ?? []).join('');

/** Cuts a text around its number; null when it has none. */
export function cutAmount(text: string, locale: string): CutAmount | null {
  // `500:-` is how Swedes write a whole amount, and `500/-` how Indians do.
  const bare = halfWidth(text)
    .trim()
    .replace(/(?<=\p{Nd})[:/](?=[-–—=]$)/u, '.');
  const [digits] = digitsIn.exec(bare) ?? [];
  if (digits === undefined) return null;
  const at = bare.indexOf(digits);
  const [before, behind] = [bare.slice(0, at), bare.slice(at + digits.length)];
  // `.5` starts with a point; that of `Rs.5` ends an abbreviation.
  const [point = ''] = /(?<!\p{L})[.,٫]$/u.exec(before) ?? [];
  const magnitude = leadingMagnitude(behind, locale);
  const [end = ''] = magnitude ? [] : (/^[.,](?!\p{L})/u.exec(behind) ?? []);
  const after = behind.slice(magnitude?.length ?? end.length);
  const lead = before.slice(0, before.length - point.length);
  return {
    number: `${signsOf(lead)}${point}${digits}${end}${signsOf(after)}`,
    exponents: magnitude?.exponents ?? [0],
    isTight: magnitude !== null && !/^\s/.test(behind),
    before: lead.replace(signs, ''),
    after: after.replace(signs, ''),
  };
}
