import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ApiError } from '../errors/api-error.ts';
import { refusals } from '../errors/refusals.ts';
import { readWebhooks, writeWebhooks } from '../http/api-scope.ts';
import { BodyReader } from '../http/body-reader.ts';
import { uuidParameter } from '../http/path-parameters.ts';
import { pageParameters } from '../http/query-parameters.ts';
import type { Sandbox } from '../sandbox.ts';
import { type Subscription, statusOf, type Webhook, Webhooks } from '../webhooks/webhooks.ts';
import { timestamp } from '../workspace/timestamp.ts';
import { subscriptions, targetUrl } from './webhook-body.ts';

/** `/v2/webhooks` (docs.attio.com/rest-api/endpoint-reference/webhooks). `allowHttp`: targets on this computer may be http. */
export function registerWebhookRoutes(api: FastifyInstance, sandbox: Sandbox, allowHttp: boolean): void {
  const webhooks = new Webhooks(sandbox.store);
  const reading = { config: { scopes: readWebhooks } };
  const writing = { config: { scopes: writeWebhooks, writes: true } };

  api.get('/webhooks', reading, async (request) => {
    // Ten is the least one may ask for, as documented.
    const page = pageParameters(request, { fallback: 10, min: 10, max: 100 });
    return { data: webhooks.list(page).map(present) };
  });

  api.post('/webhooks', writing, async (request) => {
    const reader = new BodyReader();
    const data = reader.object(reader.object(request.body, []).data, ['data']);
    const target = targetUrl(reader, data.target_url, allowHttp);
    const wanted = subscriptions(reader, data.subscriptions);
    reader.finish();
    refuseUnknownLists(wanted);
    return sandbox.store.transaction(() => {
      refuseTwins(target, wanted);
      const webhook = webhooks.byId(webhooks.add(target, wanted, timestamp(sandbox.now())));
      if (!webhook) throw new Error('A webhook just made is missing');
      return { data: { ...present(webhook), secret: webhook.secret } };
    });
  });

  api.get('/webhooks/:webhook_id', reading, async (request) => ({ data: present(addressed(request)) }));

  api.patch('/webhooks/:webhook_id', writing, async (request) => {
    const reader = new BodyReader();
    const data = reader.object(reader.object(request.body, []).data, ['data']);
    const change = {
      ...(data.target_url !== undefined && { targetUrl: targetUrl(reader, data.target_url, allowHttp) }),
      ...(data.subscriptions !== undefined && { subscriptions: subscriptions(reader, data.subscriptions) }),
    };
    reader.finish();
    refuseUnknownLists(change.subscriptions ?? []);
    return sandbox.store.transaction(() => {
      const webhook = addressed(request);
      refuseTwins(change.targetUrl ?? webhook.targetUrl, change.subscriptions ?? webhook.subscriptions, webhook);
      webhooks.change(webhook, change);
      return { data: present(addressed(request)) };
    });
  });

  api.delete('/webhooks/:webhook_id', writing, async (request) => {
    webhooks.delete(addressed(request, refusals.webhookToDeleteNotFound));
    return {};
  });

  /** A second webhook for the same thing is refused (seen on the wire): same target, same event, same filter (assumed). */
  function refuseTwins(target: string, wanted: readonly Subscription[], itself?: Webhook): void {
    const taken = webhooks
      .list()
      .filter((other) => other.targetUrl === target && other.id !== itself?.id)
      .flatMap((other) => other.subscriptions.map(keyOf));
    if (wanted.some((subscription) => taken.includes(keyOf(subscription)))) throw refusals.webhookTaken();
  }

  function refuseUnknownLists(wanted: readonly Subscription[]): void {
    const conditions = wanted.flatMap(({ filter }) => (filter === null ? [] : '$and' in filter ? filter.$and : filter.$or));
    const isUnknown = conditions.some(({ field, value }) => field === 'id.list_id' && !sandbox.schema.list(value));
    if (isUnknown) throw refusals.relatedListNotFound();
  }

  function addressed(request: FastifyRequest, refusal: (id: string) => ApiError = refusals.webhookNotFound): Webhook {
    const id = uuidParameter(request, 'webhook_id');
    const webhook = webhooks.byId(id);
    if (!webhook) throw refusal(id);
    return webhook;
  }

  function present(webhook: Webhook) {
    return {
      id: { workspace_id: sandbox.workspace.id, webhook_id: webhook.id },
      target_url: webhook.targetUrl,
      status: statusOf(webhook, sandbox.now()),
      subscriptions: webhook.subscriptions,
      created_at: webhook.createdAt,
    };
  }
}

const keyOf = ({ event_type, filter }: Subscription) => JSON.stringify([event_type, filter]);
