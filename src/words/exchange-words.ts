interface Rate {
  rate: string;
  /** As it is to be read. */
  date: string;
  source: string;
}

/** The words of money that was agreed in another currency. */
export const exchangeWords = {
  /** Kept with the deal. */
  original: (amount: string, { rate, date, source }: Rate) => `${amount} at ${rate} (${source}, ${date})`,
  /** Beneath the input, before the send. */
  converted: (amount: string, original: string) => `${amount} = ${original}`,
};
