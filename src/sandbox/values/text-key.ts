import { sha256 } from '../sha256.ts';

const LENGTH = 256;

/** A text as a key of the index: itself, or for an essay its beginning and its hash. */
export function textKey(text: string): string {
  return text.length <= LENGTH ? text : text.slice(0, LENGTH - 64) + sha256(text);
}
