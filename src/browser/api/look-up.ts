import { type Lookup, lookupSchema } from '../../contract/lookup.ts';
import { callApi } from './client.ts';

/** Asks the server for suggestions. @throws what {@link callApi} throws. */
export const lookUp = (path: string, signal: AbortSignal): Promise<Lookup> => callApi(path, { signal, answer: lookupSchema });
