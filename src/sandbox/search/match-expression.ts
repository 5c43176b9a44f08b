import type { SearchEntry } from './search-entry.ts';

/** One way in which a word of the query may stand in a record: as it is, or as the beginning of a word. */
export type Term = { word: string; isBeginning: boolean };

/** Where the words may stand: in the name alone, or anywhere. */
export type Place = 'name' | 'anywhere';

// Object and place are part of every term, so that a search reads nothing of other objects and places.
const inName = (objectKey: number, word: string) => `${objectKey}n${word}`;
const inOthers = (objectKey: number, word: string) => `${objectKey}o${word}`;

/** A record's entry as the full-text index keeps it. */
export function indexedText({ objectKey, names, others }: SearchEntry): string {
  return [...names.map((word) => inName(objectKey, word)), ...others.map((word) => inOthers(objectKey, word))].join(' ');
}

/** The FTS5 expression for records of these objects in which every word stands in one of its ways. */
export function matchExpression(words: readonly (readonly Term[])[], objectKeys: readonly number[], place: Place): string {
  const term = (key: string, { isBeginning }: Term) => `"${key}"${isBeginning ? '*' : ''}`;
  const ways = (objectKey: number, terms: readonly Term[]) => {
    const names = terms.map((each) => term(inName(objectKey, each.word), each));
    const others = place === 'name' ? [] : terms.map((each) => term(inOthers(objectKey, each.word), each));
    return `(${[...names, ...others].join(' OR ')})`;
  };
  return objectKeys.map((objectKey) => `(${words.map((terms) => ways(objectKey, terms)).join(' AND ')})`).join(' OR ');
}
