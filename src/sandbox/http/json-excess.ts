// No documented request is nested deeper than ten levels, and none holds a thousand values.
const MAX_DEPTH = 100;
const MAX_VALUES = 250_000;

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Array.from('"\\,[]{}', (sign) =>
  sign.charCodeAt(0),
);

/**
 * What is beyond reason about a JSON text, told by one pass over its characters: parsing megabytes of brackets takes
 * seconds, in which nobody else would be answered.
 */
export function jsonExcess(text: string): string | undefined {
  let depth = 0;
  let values = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign === BACKSLASH) index += 1;
    else if (sign === QUOTE) inString = !inString;
    else if (inString) continue;
    else if (sign === COMMA) values += 1;
    else if (sign === OPEN_LIST || sign === OPEN_OBJECT) depth += 1;
    else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) depth -= 1;
    if (depth > MAX_DEPTH) return 'it is nested too deeply.';
    if (values > MAX_VALUES) return 'it holds too many values.';
  }
  return undefined;
}
