import clsx from 'clsx';

/** Up to two letters that stand for a name: of its first and last word. */
function initials(name: string): string {
  const words = name.split(/[\s.@_-]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => (word ? [...word][0] : ''));
  return letters.join('').toLocaleUpperCase() || '·';
}

/** The same id always gets the same of the seven hues. */
function hue(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return sum % 7;
}

/** A coloured disc (a person) or tile (anything else) with initials: decoration, so hidden from the accessibility tree. */
export const Avatar = ({ id, name, round }: { id: string; name: string; round: boolean }) => (
  <span
    aria-hidden="true"
    className={clsx(
      `hue-${hue(id)} inline-flex size-5 shrink-0 items-center justify-center text-[0.5625rem] font-bold tracking-tight text-[#fff]`,
      round ? 'rounded-full' : 'rounded-[5px]',
    )}
  >
    {initials(name)}
  </span>
);
