import { sha256 } from '../sha256.ts';

/** A UUID that is the same for the same text, so that the demo workspace is the same on every computer. */
export function stableUuid(text: string): string {
  const hex = sha256(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
