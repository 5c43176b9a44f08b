import { randomUUID } from 'node:crypto';
import type { Store } from '../storage/store.ts';
import { passesFilter } from './event-filter.ts';
import type { WebhookEvent } from './webhook-event.ts';
import { statusOf, Webhooks } from './webhooks.ts';

/**
 * Where a change says what happened. What is to be delivered is written in the transaction of the change itself: it is
 * told if and only if the change was made, however the process ends.
 */
export class WebhookEvents {
  /** Called when there is something new to deliver. */
  onTold: () => void = () => {};
  private readonly store: Store;
  private readonly webhooks: Webhooks;
  private readonly now: () => Date;

  constructor(store: Store, now: () => Date) {
    this.store = store;
    this.webhooks = new Webhooks(store);
    this.now = now;
  }

  /** One delivery for every webhook with a subscription that lets the event through; each delivery holds one event. */
  tell(event: WebhookEvent): void {
    const now = this.now();
    for (const webhook of this.webhooks.list()) {
      const isWanted = webhook.subscriptions.some(
        ({ event_type, filter }) => event_type === event.event_type && passesFilter(filter, event),
      );
      if (!isWanted || statusOf(webhook, now) === 'inactive') continue;
      this.store.run(
        'INSERT INTO webhook_deliveries (webhook_key, idempotency_key, body, due_at) VALUES (?, ?, ?, ?)',
        webhook.key,
        randomUUID(),
        JSON.stringify({ webhook_id: webhook.id, events: [event] }),
        now.getTime(),
      );
      this.onTold();
    }
  }
}
