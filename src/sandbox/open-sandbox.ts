import { recordPath } from './records/record-path.ts';
import { recordText } from './records/record-text.ts';
import { recordById, recordOf } from './records/stored-record.ts';
import { activeValuesOf } from './records/stored-value.ts';
import type { Sandbox } from './sandbox.ts';
import { SearchIndex } from './search/search-index.ts';
import { storedSearchEntry } from './search/stored-search-entry.ts';
import type { Store } from './storage/store.ts';
import { WebhookEvents } from './webhooks/webhook-events.ts';
import { Members } from './workspace/members.ts';
import { Schema } from './workspace/schema.ts';

/** Puts a sandbox together over its database. */
export function openSandbox(store: Store, searchLagMs: number, webBase: () => string): Sandbox {
  const schema = new Schema(store);
  const members = new Members(store);
  const search = new SearchIndex(store, searchLagMs, (recordKey) => storedSearchEntry(store, schema, recordKey));
  const sandbox: Sandbox = {
    store,
    schema,
    members,
    search,
    events: new WebhookEvents(store, () => sandbox.now()),
    webBase,
    now: () => new Date(),
    get workspace() {
      return schema.workspace;
    },
    hasRecord: (object, recordId) => recordOf(store, object, recordId) !== undefined,
    recordsHolding(attribute, key) {
      const sql = `SELECT r.record_id FROM attribute_values v JOIN records r ON r.key = v.record_key
        WHERE v.attribute_key = ? AND v.match_key = ? AND v.active_until IS NULL`;
      return store.all<{ record_id: string }>(sql, attribute.key, key).map((row) => row.record_id);
    },
    recordLink(recordId) {
      const record = recordById(store, recordId);
      if (!record) return undefined;
      const object = schema.objectByKey(record.objectKey);
      const text = recordText(object, activeValuesOf(store, [record.key]), sandbox);
      return { text, href: recordPath(sandbox.workspace.slug, object, record.id) };
    },
  };
  return sandbox;
}
