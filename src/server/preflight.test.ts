import { expect, test } from 'vitest';
import type { AttributeType, DealForm, Field } from '../contract/deal-form.ts';
import { exampleField } from '../contract/testing/example-field.ts';
import type { WorkspaceSettings } from '../contract/workspace-settings.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import { preflight } from './preflight.ts';

const field = (slug: string, type: AttributeType, more: Partial<Field> = {}): Field =>
  exampleField(slug, type, { title: `The ${slug}`, ...more });
const stage = field('stage', 'status', { required: true, statuses: [{ id: 's1', title: 'Lead' }] });
const links = (targets: string[], more: Partial<Field> = {}) =>
  field('company', 'record-reference', { config: { currency_code: null, target_objects: targets }, ...more });

/** What the checks say of a workspace with these fields and settings. */
function checks(fields: readonly Field[], settings: Partial<WorkspaceSettings> = {}, unmakeable: DealForm['unmakeable'] = []) {
  const form = {
    fields: [stage, ...fields],
    unsupported: [],
    unmakeable,
    members: [],
    rules: [],
    exchange: null,
    schema_version: '1',
  };
  const dealForm = { form, protection: 'none', markerFault: null } as unknown as WorkspaceDealForm;
  const found = preflight({
    self: { value: { scopes: null } as never },
    members: { value: null },
    dealForm: { value: dealForm },
    settings: { value: { version: 1, settings: { rules: [], exchange: null, ...settings } } },
    clockAheadMs: 0,
  });
  return (name: string) => found.find((check) => check.name === name);
}

test.each<[string, Field]>([
  ['a select without options', field('region', 'select', { required: true, options: [] })],
  ['a link to an object that is switched off', links([], { required: true })],
])('A workspace that requires %s is not ready', (_, required) => {
  expect(checks([required])('required')).toMatchObject({ is_ready: false, says: expect.stringContaining(`“${required.title}”`) });
});

test('An optional link to an object that is switched off is told, and hinders nothing', () => {
  expect(checks([links([])])('required')).toMatchObject({ is_ready: true, says: expect.stringContaining('switched off') });
  expect(checks([links(['companies'])])('required')).toMatchObject({ is_ready: true, remedy: null });
});

test('Companies that cannot be made with a deal are told, with what Attio requires of them, and hinder nothing else', () => {
  const check = checks([], {}, [{ object: 'companies', required: ['Industry'] }])('required');
  expect(check).toMatchObject({ is_ready: true, says: expect.stringContaining('“Industry”') });
  expect(check?.remedy).toBeTruthy();
});

test('A rule that fills in a record without a name, and a field for original amounts that is gone, are told', () => {
  const gone = { id: '0b1c2d3e-4f50-4617-8a9b-0c1d2e3f4a5b', object: 'companies' };
  const rules = [{ stages: null, attribute: 'company', effect: 'default' as const, value: gone }];
  const there = links(['companies'], { default_names: { [gone.id]: 'Acme' } });
  expect(checks([there], { rules })('rules')).toMatchObject({ is_ready: true });
  expect(checks([links(['companies'])], { rules })('rules')).toMatchObject({ is_ready: false });
  const exchange = { original_attribute: 'archived', rates: [] };
  expect(checks([], { exchange })('rules')).toMatchObject({ is_ready: false, says: expect.stringContaining('archived') });
});
