import { matchesText } from '../../attributes/matches-text.ts';
import type { Suggestion } from '../../contract/lookup.ts';

/** More than anybody reads. */
const maxSuggestions = 25;

/** Lists of suggestions as one: earlier lists first, each record once. */
export function mergeSuggestions(...lists: readonly (readonly Suggestion[])[]): Suggestion[] {
  const byId = new Map<string, Suggestion>();
  for (const suggestion of lists.flat()) {
    const known = byId.get(suggestion.id);
    // The same record may be told of twice; whichever way tells more of it is kept in the earlier place.
    const more = known && known.details.length < suggestion.details.length ? suggestion.details : known?.details;
    byId.set(suggestion.id, known ? { ...known, details: more ?? [] } : suggestion);
  }
  return [...byId.values()].slice(0, maxSuggestions);
}

/** Whether every word of the query begins a word of the suggestion, whatever the accents and capitals. */
export const fitsQuery = ({ name, details }: Suggestion, query: string): boolean => matchesText(query, [name, ...details]);
