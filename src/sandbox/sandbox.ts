import type { SearchIndex } from './search/search-index.ts';
import type { Store } from './storage/store.ts';
import type { Directory } from './values/directory.ts';
import type { WebhookEvents } from './webhooks/webhook-events.ts';
import type { Workspace } from './workspace/read-schema.ts';

/** Everything one running sandbox consists of; handed to whatever needs more than a look at it. */
export type Sandbox = Directory & {
  store: Store;
  search: SearchIndex;
  events: WebhookEvents;
  readonly workspace: Workspace;
  /** Where `web_url` leads; known once the server listens. */
  webBase(): string;
  now(): Date;
};
