import { createHmac } from 'node:crypto';
import type { Store } from '../storage/store.ts';
import { statusOf, type Webhook, Webhooks } from './webhooks.ts';

type Delivery = { key: number; webhook_key: number; idempotency_key: string; body: string; attempts: number };

// docs.attio.com/rest-api/guides/webhooks: every 2xx acknowledges, ten retries over about three days, at most 25 deliveries
// a second to one URL. How the waiting grows and how long an answer may take are assumed.
const MAX_RETRIES = 10;
const GROWTH = 2.6;
const ANSWER_WITHIN_MS = 10_000;
const SPACING_MS = 1000 / 25;
const AT_ONCE = 8;

/**
 * Delivers what has been told, each thing until somebody takes it or ten retries have failed. What was not delivered
 * when the process ended is delivered by the next one: at least once, with the same `Idempotency-Key`.
 */
export class WebhookDeliverer {
  private readonly store: Store;
  private readonly webhooks: Webhooks;
  private readonly firstRetryMs: number;
  private readonly now: () => Date;
  /** When the next delivery to a URL may start. */
  private readonly slots = new Map<string, number>();
  private readonly underWay = new Map<number, Promise<void>>();
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;

  /** `firstRetryMs`: how long the first retry waits; each further one 2.6 times as long. */
  constructor(store: Store, now: () => Date, firstRetryMs: number) {
    this.store = store;
    this.webhooks = new Webhooks(store);
    this.now = now;
    this.firstRetryMs = firstRetryMs;
  }

  /** Looks for deliveries soon; by then the transaction that told of them is over. */
  wake(): void {
    this.lookAgainIn(0);
  }

  /** Breaks off what is under way; it stays to be delivered. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await Promise.all(this.underWay.values());
  }

  private lookAgainIn(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.stopping.signal.aborted) return;
    this.timer = setTimeout(() => this.start(), Math.min(milliseconds, 60_000));
    this.timer.unref();
  }

  private start(): void {
    const now = this.now();
    const due = this.store.all<Delivery>(
      'SELECT * FROM webhook_deliveries WHERE due_at <= ? ORDER BY due_at, key LIMIT 100',
      now.getTime(),
    );
    let soonest = Number.POSITIVE_INFINITY;
    for (const delivery of due) {
      if (this.underWay.has(delivery.key)) continue;
      if (this.underWay.size >= AT_ONCE) return;
      const webhook = this.webhooks.byKey(delivery.webhook_key);
      const later = webhook && this.wait(webhook.targetUrl, now.getTime());
      if (later) soonest = Math.min(soonest, later);
      else if (webhook && statusOf(webhook, now) !== 'inactive') this.underWay.set(delivery.key, this.deliver(webhook, delivery));
      else this.forget(delivery);
    }
    const next = this.store.get<{ due_at: number | null }>(
      'SELECT min(due_at) AS due_at FROM webhook_deliveries WHERE due_at > ?',
      now.getTime(),
    );
    const then = Math.min(soonest, next?.due_at ?? Number.POSITIVE_INFINITY);
    if (Number.isFinite(then)) this.lookAgainIn(Math.max(0, then - this.now().getTime()));
  }

  private async deliver(webhook: Webhook, delivery: Delivery): Promise<void> {
    const arrived = await this.post(webhook, delivery);
    this.underWay.delete(delivery.key);
    if (this.stopping.signal.aborted && !arrived) return;
    this.store.transaction(() => {
      this.webhooks.noteHealth(webhook, arrived, this.now());
      if (arrived || delivery.attempts >= MAX_RETRIES) this.forget(delivery);
      else {
        this.store.run('UPDATE webhook_deliveries SET attempts = attempts + 1 WHERE key = ?', delivery.key);
        this.postpone(delivery, this.now().getTime() + this.firstRetryMs * GROWTH ** delivery.attempts);
      }
    });
    this.wake();
  }

  /** Whether somebody took it. */
  private async post(webhook: Webhook, { idempotency_key, body }: Delivery): Promise<boolean> {
    const signature = createHmac('sha256', webhook.secret).update(body).digest('hex');
    try {
      const response = await fetch(webhook.targetUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'attio-signature': signature,
          'x-attio-signature': signature,
          'idempotency-key': idempotency_key,
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([this.stopping.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      // Refused, cut off, too slow, or no such host: all of them are tried again.
      return false;
    }
  }

  private postpone(delivery: Delivery, until: number): void {
    this.store.run('UPDATE webhook_deliveries SET due_at = ? WHERE key = ?', Math.round(until), delivery.key);
  }

  private forget(delivery: Delivery): void {
    this.store.run('DELETE FROM webhook_deliveries WHERE key = ?', delivery.key);
  }

  /** Takes the next place in the line to a URL: until when to wait for it, or undefined if that is now. */
  private wait(url: string, now: number): number | undefined {
    const slot = this.slots.get(url) ?? 0;
    if (slot > now) return slot;
    this.slots.set(url, now + SPACING_MS);
    return undefined;
  }
}
