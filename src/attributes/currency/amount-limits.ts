/** Attio keeps up to four decimals (docs.attio.com, attribute types: currency). */
export const mostDecimals = 4;

/** Attio answers with a JSON number; up to 15 significant digits survive that exactly (IEEE 754 double). */
const mostSignificantDigits = 15;
const longestAmount = 21;

const significantDigits = (amount: string): number => amount.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length;

/** Whether an amount, in its shortest spelling, has more digits than Attio gives back exactly. */
export const isTooLarge = (amount: string): boolean =>
  significantDigits(amount) > mostSignificantDigits || amount.length > longestAmount;
