/** FNV-1a over 32 bits: spreads a text over all numbers; nothing secret depends on it. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}

/** Mulberry32 (Tommy Ettinger): numbers from 0 up to 1, the same for the same parts. */
export function seededNumbers(...parts: (string | number)[]): () => number {
  let state = hash(parts.join('\0'));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One number from 0 up to 1 that depends on the parts only, and so not on what happened before. */
export const seeded = (...parts: (string | number)[]): number => seededNumbers(...parts)();

/** A UUID (version 4) that depends on the parts only. */
export function seededUuid(...parts: (string | number)[]): string {
  const next = seededNumbers('uuid', ...parts);
  const digits = Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16));
  digits[12] = '4';
  digits[16] = (8 + Math.floor(next() * 4)).toString(16);
  const text = digits.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

/** `count` different whole numbers from 0 up to `below`, in order: when something is to happen. */
export function seededMoments(count: number, below: number, ...parts: (string | number)[]): number[] {
  const next = seededNumbers('moments', ...parts);
  const moments = new Set<number>();
  while (moments.size < Math.min(count, below)) moments.add(Math.floor(next() * below));
  return [...moments].sort((one, other) => one - other);
}
