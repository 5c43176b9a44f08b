import type { SearchIndex } from './search/search-index.ts';
import type { Store } from './storage/store.ts';
import type { Directory } from './values/directory.ts';

/** Everything one running sandbox consists of; handed to whatever needs more than a look at it. */
export type Sandbox = Directory & {
  store: Store;
  search: SearchIndex;
  workspace: { id: string; name: string; slug: string };
  /** Where `web_url` leads; known once the server listens. */
  webBase(): string;
  now(): Date;
};
