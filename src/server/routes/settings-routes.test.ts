import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { dealFormSchema } from '../../contract/deal-form.ts';
import { paths } from '../../contract/paths.ts';
import { problemSchema } from '../../contract/problem.ts';
import { type Check, setupSchema } from '../../contract/setup.ts';
import { type Rule, type SavedSettings, savedSettingsSchema, type WorkspaceSettings } from '../../contract/workspace-settings.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { type DealStack, signedInRep, startDealStack } from '../testing/deal-stack.ts';
import { answerJson, attioError } from '../testing/fault-proxy.ts';
import type { RepAnswer } from '../testing/rep.ts';

let stack: DealStack;
let ana: Awaited<ReturnType<typeof signedInRep>>;
beforeAll(async () => {
  stack = await startDealStack(startSandbox);
  ana = await signedInRep(stack.server.url);
});
afterEach(() => stack.proxy.faults.clear());
afterAll(() => stack?.close());

const stageId = (at: number): string => ana.field('stage').statuses?.[at]?.id ?? '';
const read = async (): Promise<SavedSettings> => savedSettingsSchema.parse((await ana.rep.call(paths.setupSettings)).json);
const put = (body: unknown, by = ana): Promise<RepAnswer> =>
  by.rep.call(paths.setupSettings, { method: 'PUT', body: typeof body === 'string' ? body : JSON.stringify(body) });
async function save(rules: Rule[], exchange: WorkspaceSettings['exchange'] = null): Promise<RepAnswer> {
  return put({ version: (await read()).version, settings: { rules, exchange } });
}
const errorsOf = ({ json }: RepAnswer): string[] =>
  (problemSchema.parse(json).errors ?? []).map(({ field, code }) => `${field}: ${code}`);
const region = (effect: Rule['effect'], stages: string[] | null = [stageId(1)]): Rule => ({
  stages,
  attribute: 'lead_source',
  effect,
});

describe('Settings of a workspace', () => {
  test('are read by every member, and changed by an admin alone', async () => {
    const priya = await signedInRep(stack.server.url, 'priya@northwind.com');
    expect((await priya.rep.call(paths.setupSettings)).status).toBe(200);
    const refused = await put({ version: 0, settings: { rules: [], exchange: null } }, priya);
    expect([refused.status, problemSchema.parse(refused.json).code]).toEqual([403, 'not_admin']);
  });

  test('reach the form at once, and change its version', async () => {
    const before = ana.form.schema_version;
    const exchange = {
      original_attribute: null,
      rates: [{ from: 'EUR', to: 'USD', rate: '1.08', date: '2026-11-28', source: 'ECB' }],
    };
    const rule = region('require');
    expect((await save([rule], exchange)).status).toBe(200);
    const form = dealFormSchema.parse((await ana.rep.call(paths.dealForm)).json);
    expect(form).toMatchObject({ rules: [rule], exchange });
    expect(form.schema_version).not.toBe(before);
    const page = await ana.rep.request('/new');
    expect(page.text).toContain(JSON.stringify(exchange));
  });

  test('are not overwritten by an admin who has not seen them', async () => {
    const { version } = await read();
    expect((await put({ version, settings: { rules: [], exchange: null } })).status).toBe(200);
    const second = await put({ version, settings: { rules: [region('show')], exchange: null } });
    expect([second.status, problemSchema.parse(second.json).code]).toEqual([409, 'settings_changed']);
    expect(await read()).toEqual({ version: version + 1, settings: { rules: [], exchange: null } });
  });

  test('that are wrong are refused at the place, and nothing is saved', async () => {
    const before = await read();
    const { version } = before;
    const withRules = (...rules: unknown[]) => ({ version, settings: { rules, exchange: null } });
    expect(errorsOf(await put(withRules({ stages: ['gone'], attribute: 'nowhere', effect: 'show' })))).toEqual([
      'rules.0.attribute: unknown_attribute',
    ]);
    expect(errorsOf(await put(withRules(region('show', ['gone']))))).toEqual(['rules.0.stages.0: unknown_stage']);
    expect(errorsOf(await put(withRules({ ...region('hide', null), attribute: 'name' })))).toEqual([
      'rules.0.effect: hides_required',
    ]);
    expect(errorsOf(await put(withRules(...Array(10_000).fill({}))))).toEqual(['rules: too_many_rules']);
    expect(errorsOf(await put({ version, settings: '<b>' }))).toEqual([': object']);
    expect(errorsOf(await put({ version: 'x', settings: {} }))).toEqual(['version: invalid']);
    expect((await put('{')).status).toBe(400);
    const own = '{"version":0,"settings":{"rules":[],"exchange":null,"__proto__":{"rules":[]}}}';
    expect(problemSchema.parse((await put(own)).json).code).toBe('forbidden_key');
    expect((await put({ version, settings: { rules: ['x'.repeat(1_100_000)], exchange: null } })).status).toBe(413);
    expect(await read()).toEqual(before);
  });

  test('of the largest size are taken', async () => {
    const rules = Array.from({ length: 100 }, () => region('show'));
    const rates = Array.from({ length: 100 }, (_, at) => ({
      ...{ from: 'EUR', to: 'USD', rate: '1.08', source: '<script>alert(1)</script>' },
      date: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
    }));
    expect((await save(rules, { original_attribute: null, rates })).status).toBe(200);
    expect((await save([])).status).toBe(200);
  });
});

describe('Rules', () => {
  test('and rates mean the same attribute when its slug changes', async () => {
    const rule: Rule = { stages: null, attribute: 'next_step', effect: 'require' };
    const rates = [{ from: 'EUR', to: 'USD', rate: '1.08', date: '2026-11-28', source: 'ECB' }];
    expect((await save([rule], { original_attribute: 'next_step', rates })).status).toBe(200);
    stack.proxy.faults.set('GET /v2/objects/deals/attributes', async (response, forward) => {
      const list = JSON.parse((await forward()).body);
      for (const one of list.data) if (one.api_slug === 'next_step') one.api_slug = 'what_next';
      await answerJson(200, list)(response, forward, '');
    });
    const moved = { rules: [{ ...rule, attribute: 'what_next' }], exchange: { original_attribute: 'what_next', rates } };
    // A value that is refused makes the server read the fields anew.
    const refused = await ana.rep.submit(randomUUID(), ana.deal({ next_step: 'Call' }));
    expect(errorsOf(refused)).toContain('what_next: required');
    expect(dealFormSchema.parse((await ana.rep.call(paths.dealForm)).json)).toMatchObject(moved);
    expect((await read()).settings).toEqual(moved);
    const { version } = await read();
    expect((await put({ version, settings: { ...moved, rules: [] } })).status).toBe(200);
    stack.proxy.faults.clear();
    expect((await read()).settings.exchange?.original_attribute).toBe('next_step');
    await save([]);
  });

  test('are kept by the server whoever sends, at their stage alone, and not by what was taken before', async () => {
    await save([region('require'), { ...region('hide'), attribute: 'associated_people' }]);
    const stage = stageId(1);
    const id = randomUUID();
    const refused = await ana.rep.submit(id, ana.deal({ stage, associated_people: [] }));
    expect(errorsOf(refused)).toEqual(['lead_source: required']);
    expect(refused.text).toContain('a rule of this workspace asks for it');
    const options = ana.field('lead_source').options ?? [];
    const people = [{ id: randomUUID() }];
    const hidden = await ana.rep.submit(
      randomUUID(),
      ana.deal({ stage, lead_source: options[0]?.id, associated_people: people }),
    );
    expect(errorsOf(hidden)).toEqual(['associated_people: hidden_by_rule']);
    expect((await ana.rep.submit(id, ana.deal({ stage, lead_source: options[0]?.id }))).status).toBe(200);
    expect((await ana.rep.submit(randomUUID(), ana.deal({ stage: stageId(0) }))).status).toBe(200);
    await save([]);
  });
});

describe('The checks of the setup', () => {
  async function checks(): Promise<Record<string, Check>> {
    // The fields are read anew.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { status, json } = await ana.rep.call(paths.setup);
    expect(status).toBe(200);
    return Object.fromEntries(setupSchema.parse(json).checks.map((check) => [check.name, check]));
  }
  const failing = (found: Record<string, Check>) =>
    Object.values(found).flatMap(({ name, is_ready }) => (is_ready ? [] : [name]));

  test('are all ready in a workspace that is', async () => {
    expect(failing(await checks())).toEqual([]);
  });

  test('tell of deals that are disabled, and draw the page all the same', async () => {
    stack.proxy.faults.set(
      'GET /v2/objects/deals/attributes',
      attioError(400, 'standard_object_disabled', 'The deals object is disabled.'),
    );
    // What could not be read for a moment beside them is told as such, and is read the next time.
    const found = await vi.waitFor(
      async () => {
        const now = await checks();
        expect(failing(now), JSON.stringify(now)).toEqual(['deals', 'required', 'stages', 'protection', 'rules']);
        return now;
      },
      { timeout: 5_000 },
    );
    expect(found['deals']?.remedy).toContain('enable Deals');
    expect((await ana.rep.request(paths.setupPage)).status).toBe(200);
    expect(setupSchema.parse((await ana.rep.call(paths.setup)).json)).toMatchObject({
      duplicate_protection: null,
      is_admin: true,
    });
  });

  test('name the scopes that a token lacks', async () => {
    stack.proxy.faults.set('GET /v2/self', async (response, forward) => {
      const self = { ...JSON.parse((await forward()).body), scope: 'record_permission:read object_configuration:read-write' };
      await answerJson(200, self)(response, forward, '');
    });
    const found = await checks();
    expect(failing(found)).toEqual(['token']);
    expect(found['token']?.says).toContain('record_permission:read-write and user_management:read.');
  });

  test('name what is required and cannot be filled, and say when no stage is open', async () => {
    const attributes = 'GET /v2/objects/deals/attributes';
    stack.proxy.faults.set(attributes, async (response, forward) => {
      const { data } = JSON.parse((await forward()).body);
      const odd = { ...data[0], api_slug: 'odd', title: '<b>Odd</b>', type: 'hologram', is_required: true, is_writable: true };
      await answerJson(200, { data: [...data, { ...odd, id: { attribute_id: randomUUID() } }] })(response, forward, '');
    });
    stack.proxy.faults.set(`${attributes}/stage/statuses`, answerJson(200, { data: [] }));
    const found = await checks();
    expect(failing(found)).toEqual(['required', 'stages']);
    expect(found['required']?.says).toContain('“<b>Odd</b>”');
  });

  test.each([
    [0, true, /agrees/],
    [90, true, /(89|90|91) seconds behind/],
    [-600, false, /10 minutes ahead of/],
    [-200_000, false, /minutes ahead of/],
  ])('compare the clocks: Attio’s %i s ahead', async (seconds, isReady, words) => {
    stack.proxy.faults.set('GET /v2/objects/deals/attributes', async (response, forward) => {
      const { status, body } = await forward();
      const date = new Date(Date.now() + seconds * 1000 - 500).toUTCString();
      // The last answer counts: the others are here by then.
      await new Promise((resolve) => setTimeout(resolve, 200));
      response.writeHead(status, { 'content-type': 'application/json', date }).end(body);
    });
    for (const line of ['stage/statuses', 'lead_source/options', 'products/options']) {
      stack.proxy.faults.set(`GET /v2/objects/deals/attributes/${line}`, async (response, forward) => {
        const { status, body } = await forward();
        const date = new Date(Date.now() + seconds * 1000 - 500).toUTCString();
        response.writeHead(status, { 'content-type': 'application/json', date }).end(body);
      });
    }
    const { clock } = await checks();
    expect(clock?.is_ready).toBe(isReady);
    expect(clock?.says).toMatch(words);
  });

  test('name rules that do nothing any more, and they may stay', async () => {
    await save([region('show', [stageId(2)]), region('require', [stageId(1)])]);
    stack.proxy.faults.set('GET /v2/objects/deals/attributes/stage/statuses', async (response, forward) => {
      const { data } = JSON.parse((await forward()).body);
      const now = data.filter(({ id }: { id: { status_id: string } }) => id.status_id !== stageId(1));
      await answerJson(200, { data: now })(response, forward, '');
    });
    const found = await checks();
    expect(failing(found)).toEqual(['rules']);
    expect(found['rules']?.says).toContain(`Rule 2: “${stageId(1)}” is not a stage`);
    const { settings } = await read();
    expect((await save([...settings.rules, region('show', [stageId(0)])])).status).toBe(200);
    await save([]);
  });

  test('survive an Attio that is out of reach', async () => {
    for (const line of ['GET /v2/self', 'GET /v2/workspace_members', 'GET /v2/objects', 'GET /v2/objects/deals/attributes']) {
      stack.proxy.faults.set(line, (response) => void response.destroy());
    }
    expect(failing(await checks())).toEqual(['deals', 'token', 'members', 'required', 'stages', 'protection', 'rules']);
  });
});
