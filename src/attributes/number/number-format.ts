import { remembered } from '../remembered.ts';

/** How numbers are written: as `new Intl.NumberFormat`, made once. @throws RangeError when the currency is none */
export const numberFormat = remembered(
  (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => new Intl.NumberFormat(locale, options),
);
