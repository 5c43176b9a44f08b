import { markerSlug } from '../contract/setup.ts';
import { serverWords } from '../words/server-words.ts';
import { listAttributes } from './attio/attribute.ts';
import { createAttioClient } from './attio/client.ts';
import { createMarkerAttribute, judgeMarker } from './attio/marker-attribute.ts';
import { TokenRefused } from './attio/read-answer.ts';
import { readSelf } from './attio/self.ts';
import { ConfigError, type MarkerConfig } from './config.ts';
import { ProblemError } from './problem.ts';

/**
 * Sees to it that the deals of a key's workspace have the attribute that keeps second ones out; gives back a sentence that says
 * what was found or done. Doing it again is harmless.
 * @throws ConfigError with a sentence for the person at the terminal
 */
export async function setUpMarker({ attioApiUrl, apiKey }: MarkerConfig): Promise<string> {
  const client = createAttioClient({ apiUrl: attioApiUrl, appUrl: attioApiUrl, timeoutMs: 12_000 });
  const words = serverWords.setUpMarker;
  try {
    const self = await readSelf(client, apiKey, Date.now);
    if (!self) throw new ConfigError(words.keyRefused);
    const { protection, markerFault } = judgeMarker(await listAttributes(client, apiKey, 'deals', Date.now));
    if (markerFault !== null) throw new ConfigError(words.unsuitable(markerSlug));
    if (protection === 'unique') return words.isThere(self.workspace.name, markerSlug);
    await createMarkerAttribute(client, apiKey);
    return words.made(self.workspace.name, markerSlug);
  } catch (error) {
    if (error instanceof TokenRefused) throw new ConfigError(words.keyRefused);
    if (!(error instanceof ProblemError)) throw error;
    const said = error.details.upstream?.message;
    throw new ConfigError(error.code === 'marker_unsuitable' ? words.unsuitable(markerSlug) : words.failed(said ?? error.code));
  } finally {
    await client.close();
  }
}
