import { currentLanguage, learn } from './t.ts';

const catalogues = {
  en: () => import('./catalogues/en/later.json'),
  de: () => import('./catalogues/de/later.json'),
  ar: () => import('./catalogues/ar/later.json'),
};

let loaded: Promise<void> | undefined;

/**
 * Fetches the sentences that the first paint does not need, unless they are here: whatever says one of them waits for this.
 * Rejects when they cannot be fetched, and tries again at the next call.
 */
export function loadLaterWords(): Promise<void> {
  loaded ??= catalogues[currentLanguage()]().then(
    ({ default: messages }) => learn(messages),
    (error) => {
      loaded = undefined;
      throw error;
    },
  );
  return loaded;
}

/** What a loader fetches, once the sentences that go with it are here. */
export const withWords =
  <Part>(load: () => Promise<Part>) =>
  (): Promise<Part> =>
    Promise.all([load(), loadLaterWords()]).then(([part]) => part);
