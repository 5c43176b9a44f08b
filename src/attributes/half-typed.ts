/** Where no date can be read: half of one has been typed. It is told as such rather than sent as none. */
export const halfTyped = '–';

/** What stands in an input, as an entry. */
export const typedText = (input: HTMLInputElement): string => (input.validity.badInput ? halfTyped : input.value);
