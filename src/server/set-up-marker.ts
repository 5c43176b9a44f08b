import { markerSlug } from '../contract/setup.ts';
import { t } from '../words/t.ts';
import { listAttributes } from './attio/attribute.ts';
import { createAttioClient } from './attio/client.ts';
import { createMarkerAttribute, judgeMarker } from './attio/marker-attribute.ts';
import { TokenRefused } from './attio/read-answer.ts';
import { readSelf } from './attio/self.ts';
import { ConfigError, type MarkerConfig } from './config.ts';
import { ProblemError } from './problem.ts';
import { speaking } from './speaking.ts';

/**
 * Sees to it that the deals of a key's workspace have the attribute that keeps second ones out; gives back a sentence that says
 * what was found or done. Doing it again is harmless.
 * @throws ConfigError with a sentence for the person at the terminal
 */
export const setUpMarker = (config: MarkerConfig): Promise<string> => speaking('en', () => setUp(config));

async function setUp({ attioApiUrl, apiKey }: MarkerConfig): Promise<string> {
  const client = createAttioClient({ apiUrl: attioApiUrl, appUrl: attioApiUrl, timeoutMs: 12_000 });
  try {
    const self = await readSelf(client, apiKey, Date.now);
    if (!self) throw new ConfigError(t('server.setUpMarker.keyRefused'));
    const { protection, markerFault } = judgeMarker(await listAttributes(client, apiKey, 'deals', Date.now));
    if (markerFault !== null) throw new ConfigError(t('server.setUpMarker.unsuitable', { slug: markerSlug }));
    if (protection === 'unique') return t('server.setUpMarker.isThere', { workspace: self.workspace.name, slug: markerSlug });
    await createMarkerAttribute(client, apiKey);
    return t('server.setUpMarker.made', { workspace: self.workspace.name, slug: markerSlug });
  } catch (error) {
    if (error instanceof TokenRefused) throw new ConfigError(t('server.setUpMarker.keyRefused'));
    if (!(error instanceof ProblemError)) throw error;
    const said = error.details.upstream?.message;
    throw new ConfigError(
      error.code === 'marker_unsuitable'
        ? t('server.setUpMarker.unsuitable', { slug: markerSlug })
        : t('server.setUpMarker.failed', { said: said ?? error.code }),
    );
  } finally {
    await client.close();
  }
}
