const CODES = `
  ARS AUD BRL BGN CAD CLP CNY COP CZK DKK EUR HKD HUF ISK INR ILS JPY KES KRW MYR MXN NTD NZD NGN NOK XPF PEN PHP PLN GBP RWF SAR
  SGD ZAR SEK CHF THB AED UYU USD
`;

/** The currencies a workspace may choose (the official OpenAPI document's list, NTD included). */
export const currencyCodes: readonly string[] = CODES.trim().split(/\s+/);
