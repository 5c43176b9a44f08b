import { randomBytes, randomUUID } from 'node:crypto';
import type { Store } from '../storage/store.ts';
import type { EventFilter } from './event-filter.ts';
import type { WebhookEvent } from './webhook-event.ts';

/** What a webhook wants to hear of. */
export type Subscription = { event_type: WebhookEvent['event_type']; filter: EventFilter };

/** Somebody who wants to hear. */
export type Webhook = {
  key: number;
  id: string;
  targetUrl: string;
  subscriptions: readonly Subscription[];
  /** Signs what is delivered; told once. */
  secret: string;
  /** Since when deliveries fail, in milliseconds; null while they do not. */
  degradedAt: number | null;
  createdAt: string;
};

type WebhookRow = {
  key: number;
  webhook_id: string;
  target_url: string;
  subscriptions: string;
  secret: string;
  degraded_at: number | null;
  created_at: string;
};

const PATIENCE_MS = 7 * 24 * 60 * 60 * 1000;

/** `inactive` once deliveries have failed for seven days: then nothing is sent any more. */
export function statusOf(webhook: Webhook, now: Date): 'active' | 'degraded' | 'inactive' {
  if (webhook.degradedAt === null) return 'active';
  return now.getTime() - webhook.degradedAt < PATIENCE_MS ? 'degraded' : 'inactive';
}

/** The webhooks as stored, oldest first. */
export class Webhooks {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  list(page: { limit: number; offset: number } = { limit: -1, offset: 0 }): Webhook[] {
    return this.store
      .all<WebhookRow>('SELECT * FROM webhooks ORDER BY key LIMIT ? OFFSET ?', page.limit, page.offset)
      .map(fromRow);
  }

  byId(id: string): Webhook | undefined {
    const row = this.store.get<WebhookRow>('SELECT * FROM webhooks WHERE webhook_id = ?', id);
    return row && fromRow(row);
  }

  byKey(key: number): Webhook | undefined {
    const row = this.store.get<WebhookRow>('SELECT * FROM webhooks WHERE key = ?', key);
    return row && fromRow(row);
  }

  /** Keeps a new webhook and answers its id. */
  add(targetUrl: string, subscriptions: readonly Subscription[], createdAt: string): string {
    const id = randomUUID();
    this.store.run(
      'INSERT INTO webhooks (webhook_id, target_url, subscriptions, secret, created_at) VALUES (?, ?, ?, ?, ?)',
      id,
      targetUrl,
      JSON.stringify(subscriptions),
      randomBytes(32).toString('hex'),
      createdAt,
    );
    return id;
  }

  change(webhook: Webhook, { targetUrl, subscriptions }: { targetUrl?: string; subscriptions?: readonly Subscription[] }): void {
    this.store.run(
      'UPDATE webhooks SET target_url = ?, subscriptions = ?, degraded_at = NULL WHERE key = ?',
      targetUrl ?? webhook.targetUrl,
      JSON.stringify(subscriptions ?? webhook.subscriptions),
      webhook.key,
    );
  }

  /** Remembers whether its deliveries arrive; the first failure counts. */
  noteHealth(webhook: Webhook, arrives: boolean, now: Date): void {
    const degradedAt = arrives ? null : (webhook.degradedAt ?? now.getTime());
    if (degradedAt === webhook.degradedAt) return;
    this.store.run('UPDATE webhooks SET degraded_at = ? WHERE key = ?', degradedAt, webhook.key);
  }

  delete(webhook: Webhook): void {
    this.store.run('DELETE FROM webhooks WHERE key = ?', webhook.key);
  }
}

function fromRow(row: WebhookRow): Webhook {
  return {
    key: row.key,
    id: row.webhook_id,
    targetUrl: row.target_url,
    subscriptions: JSON.parse(row.subscriptions) as Subscription[],
    secret: row.secret,
    degradedAt: row.degraded_at,
    createdAt: row.created_at,
  };
}
