/**
 * The text of a number that reads one way only, whatever the locale: no groups, a point, and never three decimals, which are a
 * group to many (`1.125` becomes `1.1250`).
 */
export const numeral = (decimal: string): string => decimal.replace(/\.\d{3}$/, '$&0');
