// The letters that may have been left out or mistaken, by script.
const ALPHABETS: readonly [script: RegExp, letters: string][] = [
  [/[a-z0-9]/, 'abcdefghijklmnopqrstuvwxyz0123456789'],
  [/\p{Script=Greek}/u, 'αβγδεζηθικλμνξοπρσςτυφχψω'],
  [/\p{Script=Cyrillic}/u, 'абвгдежзиклмнопрстуфхцчшщъыьэюяіјљњћџ'],
  [/\p{Script=Hebrew}/u, 'אבגדהוזחטיכךלמםנןסעפףצץקרשת'],
  [/\p{Script=Arabic}/u, 'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءپچژگکی'],
];

/**
 * Everything that a word may have been meant as if one letter too many, one too few, a wrong one, or two neighbours in each
 * other's place were typed. Letters are tried from the word's own script; scripts without an alphabet only lose and swap
 * letters.
 */
export function oneEditAway(word: string): string[] {
  const letters = Array.from(word);
  const alphabet = Array.from(ALPHABETS.find(([script]) => script.test(word))?.[1] ?? '');
  const found = new Set<string>();
  for (let index = 0; index <= letters.length; index += 1) {
    const before = letters.slice(0, index).join('');
    const [here = '', next = ''] = letters.slice(index);
    const after = letters.slice(index + 1).join('');
    for (const letter of alphabet) found.add(before + letter + here + after);
    if (here === '') continue;
    found.add(before + after);
    for (const letter of alphabet) found.add(before + letter + after);
    if (next !== '') found.add(before + next + here + letters.slice(index + 2).join(''));
  }
  found.delete(word);
  return [...found];
}
