import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type DealForm, dealFormSchema } from '../../contract/deal-form.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { type DealStack, signedInRep, startDealStack } from '../testing/deal-stack.ts';
import { answerJson } from '../testing/fault-proxy.ts';
import type { Rep } from '../testing/rep.ts';

const attributesLine = 'GET /v2/objects/deals/attributes';
let stack: DealStack;
let rep: Rep;
let now = Date.now();

beforeAll(async () => {
  stack = await startDealStack(startSandbox, { now: () => now });
  ({ rep } = await signedInRep(stack.server.url));
});
afterEach(() => stack.proxy.faults.clear());
afterAll(() => stack?.close());

async function readForm(): Promise<DealForm> {
  now += 1_100;
  return dealFormSchema.parse((await rep.call('/api/deal-form')).json);
}

/** Lets Attio list other attributes: each is one of the real ones with changes, or none of them. */
function changeAttributes(change: (attributes: Record<string, unknown>[]) => Record<string, unknown>[]): void {
  stack.proxy.faults.set(attributesLine, async (response, forward) => {
    const { data } = JSON.parse((await forward()).body);
    await answerJson(200, { data: change(data) })(response, forward, '');
  });
}

const copyOf = (attributes: Record<string, unknown>[], slug: string, changes: object) => ({
  ...attributes.find((one) => one['api_slug'] === slug),
  is_system_attribute: false,
  ...changes,
  id: { attribute_id: randomUUID() },
});

describe('The fields of a workspace', () => {
  test('come in the order in which a deal is told, and only those that can be written', async () => {
    const { fields, me, members } = await readForm();
    expect(fields.slice(0, 6).map(({ slug }) => slug)).toEqual([
      'associated_company',
      'name',
      'value',
      'stage',
      'owner',
      'associated_people',
    ]);
    expect(fields.some(({ slug }) => ['record_id', 'created_at', 'created_by'].includes(slug))).toBe(false);
    expect(members.find(({ id }) => id === me)?.email_address).toBe('ana@northwind.com');
    expect(members.some(({ suspended }) => suspended)).toBe(true);
  });

  test('name the objects that references point at, and the currency of money', async () => {
    const { fields } = await readForm();
    const config = (slug: string) => fields.find((field) => field.slug === slug)?.config;
    expect(config('associated_company')?.target_objects).toEqual(['companies']);
    expect(config('associated_people')?.target_objects).toEqual(['people']);
    expect(config('value')?.currency_code).toBe('USD');
  });

  test('put other required ones before the rest, leave archived ones out, and list what cannot be drawn', async () => {
    changeAttributes((attributes) => [
      ...attributes,
      copyOf(attributes, 'name', { api_slug: 'reason', title: 'Reason', is_required: true }),
      copyOf(attributes, 'name', { api_slug: 'old', title: 'Old', is_archived: true }),
      copyOf(attributes, 'name', { api_slug: 'touch', title: 'Last touch', type: 'interaction', is_required: true }),
      copyOf(attributes, 'name', { api_slug: 'call', title: 'Call', type: 'interaction', is_required: true, is_writable: false }),
      copyOf(attributes, 'name', {
        api_slug: 'mail',
        title: 'Mail',
        type: 'interaction',
        is_writable: false,
        is_required: false,
      }),
      copyOf(attributes, 'name', { api_slug: 'mood', title: 'Mood', type: 'telepathy', is_required: false }),
    ]);
    const { fields, unsupported } = await readForm();
    expect(fields.slice(4, 7).map(({ slug }) => slug)).toEqual(['owner', 'reason', 'associated_people']);
    expect(fields.some(({ slug, title }) => slug === 'old' || title === 'Last touch')).toBe(false);
    expect(unsupported).toEqual([
      { slug: 'touch', title: 'Last touch', type: 'interaction', required: true },
      { slug: 'call', title: 'Call', type: 'interaction', required: true },
      { slug: 'mail', title: 'Mail', type: 'interaction', required: false },
      { slug: 'mood', title: 'Mood', type: 'telepathy', required: false },
    ]);
  });

  test('start with the workspace’s fixed defaults', async () => {
    const { fields } = await readForm();
    const stage = fields.find(({ slug }) => slug === 'stage')?.statuses?.[1];
    changeAttributes((attributes) =>
      attributes.map((attribute) => {
        if (attribute['api_slug'] === 'stage') {
          return { ...attribute, default_value: { type: 'static', template: [{ status: { id: { status_id: stage?.id } } }] } };
        }
        if (attribute['api_slug'] === 'value') {
          return { ...attribute, default_value: { type: 'static', template: [{ currency_value: 5000, currency_code: 'USD' }] } };
        }
        const isOwner = attribute['api_slug'] === 'owner';
        return isOwner ? { ...attribute, default_value: { type: 'dynamic', template: 'current-user' } } : attribute;
      }),
    );
    const defaults = Object.fromEntries((await readForm()).fields.map(({ slug, default: value }) => [slug, value]));
    expect(defaults).toMatchObject({ stage: stage?.id, value: { amount: '5000', currency: 'USD' }, owner: null, name: null });
  });

  test('have a version that changes with them and not otherwise', async () => {
    const first = await readForm();
    expect((await readForm()).schema_version).toBe(first.schema_version);
    changeAttributes((attributes) =>
      attributes.map((one) => (one['api_slug'] === 'name' ? { ...one, title: 'Opportunity' } : one)),
    );
    expect((await readForm()).schema_version).not.toBe(first.schema_version);
  });

  test('survive answers with unknown keys, missing flags and strange configs', async () => {
    changeAttributes((attributes) => [
      ...attributes,
      {
        id: { attribute_id: randomUUID() },
        api_slug: 'bare',
        title: 'Bare',
        type: 'text',
        is_writable: true,
        config: 7,
        novelty: {},
      },
    ]);
    expect((await readForm()).fields.find(({ slug }) => slug === 'bare')).toMatchObject({ required: false, multi: false });
  });

  test('are read once for all who ask at the same time, and kept for a moment', async () => {
    await readForm();
    now += 1_100;
    const reads = () => stack.proxy.arrived.filter(({ line }) => line === attributesLine).length;
    const before = reads();
    await Promise.all(Array.from({ length: 8 }, () => rep.call('/api/deal-form')));
    now += 200;
    await rep.call('/api/deal-form');
    expect(reads() - before).toBe(1);
    now += 100;
    await rep.call('/api/deal-form');
    expect(reads() - before).toBe(2);
  });
});
