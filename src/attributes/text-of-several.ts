/** The text of one value or of several, as a rep would type them: parted by semicolons. */
export const textOfSeveral =
  (textOf: (value: unknown) => string) =>
  (value: unknown): string =>
    [value].flat().map(textOf).filter(Boolean).join('; ');
