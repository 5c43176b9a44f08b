const maxDepth = 8;
const usualMaxKeys = 200;

/** What in a JSON text is refused although it parses. */
export interface JsonFault {
  code: 'too_deep' | 'too_many_keys' | 'duplicate_key' | 'forbidden_key';
  detail: string;
  /** The key at fault, where it is one. */
  key?: string;
}

/**
 * Looks through a JSON text for what `JSON.parse` hides: depth, number of keys, keys given twice and the key
 * `__proto__`, which a careless copy turns into a prototype (`constructor` and `prototype` may well be attributes).
 * The text must already be known to parse: on broken text the pattern below could take quadratic time.
 */
export function scanJson(text: string, maxKeys = usualMaxKeys): JsonFault | null {
  const open: (Set<string> | null)[] = [];
  let keys = 0;
  for (const { 0: token, 1: colon } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/gs)) {
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : null);
      if (open.length > maxDepth) return { code: 'too_deep', detail: `At most ${maxDepth} levels are read.` };
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (colon !== undefined) {
      const key: unknown = JSON.parse(token.slice(0, token.length - colon.length));
      if (typeof key !== 'string') continue;
      keys += 1;
      if (keys > maxKeys) return { code: 'too_many_keys', detail: `At most ${maxKeys} keys are read.` };
      if (key === '__proto__') return { code: 'forbidden_key', detail: 'The key is "__proto__".', key };
      const siblings = open.at(-1);
      if (siblings?.has(key)) return { code: 'duplicate_key', detail: `The key is ${JSON.stringify(key.slice(0, 100))}.`, key };
      siblings?.add(key);
    }
  }
  return null;
}
