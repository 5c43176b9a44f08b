import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SandboxOptions } from '../options.ts';
import { type Answer, startTestClient, type TestClient } from '../test-client.ts';

type Delivery = { headers: IncomingHttpHeaders; body: string };
type Webhook = { id: { webhook_id: string }; secret?: string; status: string };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const data = <Data = Webhook>(answer: Answer) => (answer.body as { data: Data }).data;
const all = { event_type: 'record.created', filter: null };

async function started(options: Partial<SandboxOptions> = {}): Promise<TestClient> {
  const client = await startTestClient({ seed: 'empty', allowHttpWebhooks: true, webhookRetryMs: 1, ...options });
  closing.push(() => client.close());
  return client;
}

/** Somebody who listens, and answers with `status()`. */
async function listener(status: () => number = () => 204) {
  const deliveries: Delivery[] = [];
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    deliveries.push({ headers: request.headers, body });
    response.writeHead(status()).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, deliveries };
}

const subscribe = (client: TestClient, target_url: string, subscriptions: unknown = [all]) =>
  client.ask('POST', '/v2/webhooks', { data: { target_url, subscriptions } });
const createPerson = async (client: TestClient) =>
  data<{ id: { record_id: string; object_id: string } }>(
    await client.ask('POST', '/v2/objects/people/records', { data: { values: { name: 'Heard, Person' } } }),
  ).id;
const eventsOf = (deliveries: readonly Delivery[]) =>
  deliveries.map(({ body }) => (JSON.parse(body) as { events: Record<string, unknown>[] }).events[0]);

describe('the webhook routes', () => {
  it('tell the secret once, at the creation', async () => {
    const client = await started();
    const answer = await subscribe(client, 'https://example.com/hook');
    expect(answer.status).toBe(200);
    const { secret, ...rest } = data(answer);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(rest).toEqual({
      id: { workspace_id: expect.any(String), webhook_id: expect.any(String) },
      target_url: 'https://example.com/hook',
      subscriptions: [all],
      status: 'active',
      created_at: expect.stringMatching(/\.\d{9}Z$/),
    });
    expect(data(await client.ask('GET', `/v2/webhooks/${rest.id.webhook_id}`))).toEqual(rest);
    expect(data<Webhook[]>(await client.ask('GET', '/v2/webhooks'))).toEqual([rest]);
  });

  it('change, delete, and answer 404 after that', async () => {
    const client = await started();
    const { id } = data(await subscribe(client, 'https://example.com/hook'));
    const path = `/v2/webhooks/${id.webhook_id}`;
    const changed = data<Record<string, unknown>>(
      await client.ask('PATCH', path, { data: { target_url: 'https://example.com/other' } }),
    );
    expect(changed).toMatchObject({ target_url: 'https://example.com/other', subscriptions: [all] });
    expect(changed).not.toHaveProperty('secret');
    expect((await client.ask('DELETE', path)).body).toEqual({});
    expect((await client.ask('GET', path)).body).toMatchObject({
      status_code: 404,
      code: 'not_found',
      message: `Webhook with ID "${id.webhook_id}" was not found.`,
    });
  });

  it('refuse a second identical subscription with 409', async () => {
    const client = await started();
    await subscribe(client, 'https://example.com/hook');
    expect((await subscribe(client, 'https://example.com/hook')).body).toMatchObject({
      status_code: 409,
      code: 'uniqueness_conflict',
    });
    const filter = { $and: [{ field: 'id.object_id', operator: 'equals', value: 'x' }] };
    expect((await subscribe(client, 'https://example.com/hook', [{ ...all, filter }])).status).toBe(200);
  });

  it.each([
    ['http://example.com/hook', [all]],
    ['ftp://127.0.0.1/', [all]],
    ['hook', [all]],
    [null, [all]],
    ['https://example.com', [{ event_type: 'record.created' }]],
    ['https://example.com', [{ event_type: 'record.exploded', filter: null }]],
    ['https://example.com', [{ ...all, filter: {} }]],
    ['https://example.com', [{ ...all, filter: { $and: [], $or: [] } }]],
    ['https://example.com', [{ ...all, filter: { $and: [{ field: 'id', operator: 'like', value: '1' }] } }]],
    ['https://example.com', [null]],
    ['https://example.com', undefined],
  ])('refuse %j with %j', async (target, subscriptions) => {
    const client = await started();
    const answer = await client.ask('POST', '/v2/webhooks', { data: { target_url: target, subscriptions } });
    expect(answer.body).toMatchObject({ status_code: 400, code: 'validation_type', message: 'Body payload validation error.' });
  });

  it('take http on this computer only when that was allowed', async () => {
    const client = await started({ allowHttpWebhooks: false });
    expect((await subscribe(client, 'http://127.0.0.1:1/')).status).toBe(400);
  });
});

describe('a delivery', () => {
  it('says what happened to what, by whom, signed over its raw body', async () => {
    const client = await started();
    const { url, deliveries } = await listener();
    const webhook = data(await subscribe(client, url));
    const id = await createPerson(client);
    await vi.waitFor(() => expect(deliveries).toHaveLength(1));
    const [{ headers, body } = { headers: {}, body: '' }] = deliveries;
    expect(JSON.parse(body)).toEqual({
      webhook_id: webhook.id.webhook_id,
      events: [{ event_type: 'record.created', id, actor: { type: 'api-token', id: expect.any(String) } }],
    });
    const signature = createHmac('sha256', webhook.secret ?? '')
      .update(body)
      .digest('hex');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'attio-signature': signature,
      'x-attio-signature': signature,
      'idempotency-key': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('is made for every kind of change that was subscribed to, and for no other', async () => {
    const client = await started();
    const { url, deliveries } = await listener();
    const kinds = ['record.updated', 'record.deleted', 'note.created', 'task.created'];
    await subscribe(
      client,
      url,
      kinds.map((event_type) => ({ event_type, filter: null })),
    );
    const { record_id, object_id } = await createPerson(client);
    const path = `/v2/objects/people/records/${record_id}`;
    await client.ask('PATCH', path, { data: { values: { job_title: 'Buyer', name: 'Heard, Person' } } });
    const note = { parent_object: 'people', parent_record_id: record_id, title: '', format: 'plaintext', content: '' };
    await client.ask('POST', '/v2/notes', { data: note });
    await client.ask('DELETE', path);
    await vi.waitFor(() => expect(deliveries).toHaveLength(3));
    const byType = new Map(eventsOf(deliveries).map((event) => [event?.event_type, event]));
    expect(byType.get('record.updated')).toMatchObject({ id: { object_id, record_id, attribute_id: expect.any(String) } });
    expect(byType.get('note.created')).toMatchObject({ parent_object_id: object_id, parent_record_id: record_id });
    expect(byType.get('record.deleted')).toMatchObject({ id: { object_id, record_id } });
  });

  it('is made for attributes of objects and of lists', async () => {
    const client = await started();
    const { url, deliveries } = await listener();
    const kinds = ['object-attribute.created', 'object-attribute.updated', 'list-attribute.created'];
    await subscribe(
      client,
      url,
      kinds.map((event_type) => ({ event_type, filter: null })),
    );
    const attribute = { title: 'Colour', description: null, api_slug: 'colour', type: 'text', config: {} };
    const body = { data: { ...attribute, is_required: false, is_unique: false, is_multiselect: false } };
    await client.ask('POST', '/v2/objects/deals/attributes', body);
    await client.ask('PATCH', '/v2/objects/deals/attributes/colour', { data: { title: 'Color' } });
    const list = { name: 'Renewals', api_slug: 'renewals', parent_object: 'deals', workspace_access: 'full-access' };
    await client.ask('POST', '/v2/lists', { data: { ...list, workspace_member_access: [] } });
    await client.ask('POST', '/v2/lists/renewals/attributes', body);
    await vi.waitFor(() => expect(deliveries).toHaveLength(3));
    const ids = new Map(eventsOf(deliveries).map((event) => [event?.event_type, Object.keys(event?.id as object)]));
    expect(Object.fromEntries(ids)).toEqual({
      'object-attribute.created': ['workspace_id', 'object_id', 'attribute_id'],
      'object-attribute.updated': ['workspace_id', 'object_id', 'attribute_id'],
      'list-attribute.created': ['workspace_id', 'list_id', 'attribute_id'],
    });
  });

  it('is made on both sides of a relationship', async () => {
    const client = await started();
    const person = await createPerson(client);
    const { url, deliveries } = await listener();
    const filter = { $and: [{ field: 'id.object_id', operator: 'equals', value: person.object_id }] };
    await subscribe(client, url, [{ event_type: 'record.updated', filter }]);
    const values = {
      name: 'A deal',
      stage: 'Lead',
      owner: 'ana@northwind.com',
      associated_people: [{ target_object: 'people', target_record_id: person.record_id }],
    };
    await client.ask('POST', '/v2/objects/deals/records', { data: { values } });
    await vi.waitFor(() => expect(deliveries).toHaveLength(1));
    expect(eventsOf(deliveries)[0]).toMatchObject({ id: { record_id: person.record_id } });
  });

  it('is not made where a filter does not let the event through', async () => {
    const client = await started();
    const { url, deliveries } = await listener();
    const person = await createPerson(client);
    const of = (operator: string) => ({ $or: [{ field: 'id.object_id', operator, value: person.object_id }] });
    await subscribe(client, `${url}?not`, [{ ...all, filter: of('not_equals') }]);
    await subscribe(client, url, [{ ...all, filter: of('equals') }]);
    await createPerson(client);
    await vi.waitFor(() => expect(deliveries).toHaveLength(1));
  });

  it('that is not taken is made again with the same key, until it is; meanwhile the webhook is degraded', async () => {
    const client = await started();
    let left = 3;
    const { url, deliveries } = await listener(() => (left-- > 0 ? 503 : 200));
    const { id } = data(await subscribe(client, url));
    const status = async () => data(await client.ask('GET', `/v2/webhooks/${id.webhook_id}`)).status;
    await createPerson(client);
    await vi.waitFor(() => expect(deliveries.length).toBeGreaterThan(0));
    await vi.waitFor(() => expect(deliveries).toHaveLength(4), { timeout: 5_000 });
    expect(new Set(deliveries.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(new Set(deliveries.map(({ body }) => body)).size).toBe(1);
    await vi.waitFor(async () => expect(await status()).toBe('active'));
  });

  it('survives the end of the process', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'webhooks-'));
    closing.push(() => rm(directory, { recursive: true }));
    let isUp = false;
    const { url, deliveries } = await listener(() => (isUp ? 200 : 500));
    const first = await started({ data: directory, webhookRetryMs: 50 });
    const { id } = data(await subscribe(first, url));
    await createPerson(first);
    await vi.waitFor(async () => expect(data(await first.ask('GET', `/v2/webhooks/${id.webhook_id}`)).status).toBe('degraded'));
    await first.close();
    closing.splice(closing.length - 1, 1);
    isUp = true;
    const before = deliveries.length;
    await started({ data: directory, webhookRetryMs: 50 });
    await vi.waitFor(() => expect(deliveries.length).toBeGreaterThan(before), { timeout: 5_000 });
    expect(deliveries.at(-1)?.headers['idempotency-key']).toBe(deliveries[0]?.headers['idempotency-key']);
  });

  it('tells of lists and entries, with the record an entry is about', async () => {
    const client = await started({ seed: 'empty' });
    const ear = await listener();
    const types = ['list.created', 'list.updated', 'list-entry.created', 'list-entry.updated', 'list-entry.deleted'];
    await subscribe(
      client,
      ear.url,
      types.map((event_type) => ({ event_type, filter: null })),
    );
    const access = { workspace_access: 'full-access', workspace_member_access: [] };
    const list = { name: 'Guests', api_slug: 'guests', parent_object: 'people', ...access };
    const listId = data<{ id: { list_id: string } }>(await client.ask('POST', '/v2/lists', { data: list })).id;
    await client.ask('PATCH', '/v2/lists/guests', { data: { name: 'Visitors' } });
    const flags = { is_required: false, is_unique: false, is_multiselect: false };
    const seat = { title: 'Seat', description: null, api_slug: 'seat', type: 'number', config: {}, ...flags };
    const attribute = data<{ id: { attribute_id: string } }>(
      await client.ask('POST', '/v2/lists/guests/attributes', { data: seat }),
    ).id.attribute_id;
    const person = await createPerson(client);
    const parent = { parent_object: 'people', parent_record_id: person.record_id };
    const entry = { data: { ...parent, entry_values: {} } };
    const entryId = data<{ id: { entry_id: string } }>(await client.ask('POST', '/v2/lists/guests/entries', entry)).id;
    const change = { data: { entry_values: { seat: 4 } } };
    await client.ask('PATCH', `/v2/lists/guests/entries/${entryId.entry_id}`, change);
    await client.ask('DELETE', `/v2/objects/people/records/${person.record_id}`);
    await vi.waitFor(() => expect(ear.deliveries).toHaveLength(5));
    const about = { parent_object_id: person.object_id, parent_record_id: person.record_id };
    const actor = { type: 'api-token', id: expect.any(String) };
    expect(eventsOf(ear.deliveries)).toEqual([
      { event_type: 'list.created', id: listId, actor },
      { event_type: 'list.updated', id: listId, actor },
      { event_type: 'list-entry.created', id: entryId, ...about, actor },
      { event_type: 'list-entry.updated', id: { ...entryId, attribute_id: attribute }, ...about, actor },
      { event_type: 'list-entry.deleted', id: entryId, ...about, actor },
    ]);
  });
});
