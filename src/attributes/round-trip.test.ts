import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { AttributeType, Field, Member } from '../contract/deal-form.ts';
import { startSandbox } from '../sandbox/start.ts';
import { dealValuesSchema, readFieldValue, sameFieldValue, writeValues } from './field-values.ts';
import { formsByType } from './forms-by-type.ts';

/** Every type's own examples: through our schema and write form into the sandbox, and back through the read form. */

/** What this test reads of the sandbox's rows: a member, a choice, a record. */
interface Row {
  id: Record<string, string>;
  title: string;
  first_name: string;
  email_address: string;
  access_level: string;
}
interface Attio {
  data: Row[] & { values: Record<string, Record<string, unknown>[]> };
}

const apiKey = 'round-trip'.padEnd(64, '0');
const sandbox = await startSandbox({ port: 0, data: ':memory:', apiKey, writeLimit: 100_000, readLimit: 100_000 });
afterAll(() => sandbox.close());

async function attio(method: string, path: string, body?: unknown): Promise<Attio> {
  const answer = await fetch(sandbox.url + path, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const json = (await answer.json()) as Attio;
  expect(answer.status, JSON.stringify(json)).toBe(200);
  return json;
}

const rowSchema = z.looseObject({
  api_slug: z.string(),
  title: z.string(),
  type: z.string(),
  is_writable: z.boolean(),
  is_multiselect: z.boolean(),
  is_required: z.boolean(),
  config: z.looseObject({ currency: z.looseObject({ default_currency_code: z.nullable(z.string()) }) }),
});

const targets: Record<string, string[]> = { associated_people: ['people'], associated_company: ['companies'] };

async function readFields(): Promise<Field[]> {
  const { data } = await attio('GET', '/v2/objects/deals/attributes');
  const rows = data.map((row) => z.parse(rowSchema, row)).filter(({ is_writable, type }) => is_writable && type in formsByType);
  return Promise.all(
    rows.map(async (row): Promise<Field> => {
      const path = `/v2/objects/deals/attributes/${row.api_slug}`;
      const choices = async (kind: 'statuses' | 'options', key: string) =>
        (await attio('GET', `${path}/${kind}`)).data.map((choice) => ({
          id: choice.id[key] ?? '',
          title: choice.title,
        }));
      return {
        slug: row.api_slug,
        title: row.title,
        description: null,
        type: row.type as AttributeType,
        required: row.is_required,
        multi: row.is_multiselect,
        unique: false,
        standard: true,
        config: { currency_code: row.config.currency.default_currency_code, target_objects: targets[row.api_slug] ?? null },
        default: null,
        ...(row.type === 'status' && { statuses: await choices('statuses', 'status_id') }),
        ...(row.type === 'select' && { options: await choices('options', 'option_id') }),
      };
    }),
  );
}

async function someRecordIds(object: string): Promise<string[]> {
  const { data } = await attio('POST', `/v2/objects/${object}/records/query`, { limit: 3 });
  return data.map(({ id }) => id.record_id ?? '');
}

let fields: Field[] = [];
let members: Member[] = [];
const recordIds: Record<string, string[]> = {};

beforeAll(async () => {
  fields = await readFields();
  members = (await attio('GET', '/v2/workspace_members')).data.map((row) => ({
    id: row.id.workspace_member_id ?? '',
    name: row.first_name,
    email_address: row.email_address,
    suspended: row.access_level === 'suspended',
  }));
  for (const object of ['people', 'companies']) recordIds[object] = await someRecordIds(object);
});

/** The required fields, so that a deal can be created at all. */
function base(): Record<string, unknown> {
  const stage = fields.find(({ slug }) => slug === 'stage')?.statuses?.[0]?.id;
  return { name: 'Round trip', stage, owner: members.find(({ suspended }) => !suspended)?.id };
}

describe.each(Object.keys(formsByType) as AttributeType[])('%s', (type) => {
  it('comes back from Attio as it was sent, for every example', async () => {
    const ofType = fields.filter((field) => field.type === type);
    expect(ofType.length, 'the demo workspace has a field of this type').toBeGreaterThan(0);
    for (const field of ofType) {
      const ids = recordIds[field.config.target_objects?.[0] ?? ''] ?? [];
      const examples = formsByType[type].examples(field, { members, recordIds: ids });
      expect(examples.length).toBeGreaterThan(0);
      const whole: unknown[] = field.multi ? [examples, examples.slice(0, 1)] : examples;
      for (const example of whole) {
        const values = z.parse(dealValuesSchema(fields, { members }), { ...base(), [field.slug]: example });
        const { data } = await attio('POST', '/v2/objects/deals/records', { data: { values: writeValues(fields, values) } });
        const back = readFieldValue(field, data.values[field.slug]);
        expect(sameFieldValue(back, values[field.slug]), `${field.slug}: ${JSON.stringify({ example, back })}`).toBe(true);
        expect(sameFieldValue(back, undefined)).toBe(false);
      }
    }
  });
});
