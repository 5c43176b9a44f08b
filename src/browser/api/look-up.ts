import { type Duplicates, duplicatesSchema } from '../../contract/duplicates.ts';
import { type Lookup, lookupSchema } from '../../contract/lookup.ts';
import { paths } from '../../contract/paths.ts';
import { callApi } from './client.ts';

/** Asks the server for suggestions. @throws what {@link callApi} throws. */
export const lookUp = (path: string, signal: AbortSignal): Promise<Lookup> => callApi(path, { signal, answer: lookupSchema });

/** Asks the server for deals that look like half a deal. @throws what {@link callApi} throws. */
export const findSimilarDeals = (values: Record<string, unknown>, signal: AbortSignal): Promise<Duplicates> =>
  callApi(paths.duplicates, { method: 'POST', body: { values }, signal, answer: duplicatesSchema });
