import type { Sandbox } from '../sandbox.ts';
import { timestamp } from '../workspace/timestamp.ts';
import { demoDealAttributes, demoDealChoices } from './demo-attributes.ts';
import { demoMembers } from './demo-members.ts';
import { seedSchema } from './seed-schema.ts';
import { stableUuid } from './stable-uuid.ts';

/** Makes a workspace without records: the demo's own, or an empty one, which has one admin and the standard attributes. */
export function seedConfiguration(sandbox: Sandbox, kind: 'demo' | 'empty'): void {
  const { store, members } = sandbox;
  const createdAt = timestamp(new Date(Date.UTC(2026, 0, 5, 8)));
  const sql = 'INSERT INTO workspace (workspace_id, name, slug, created_at) VALUES (?, ?, ?, ?)';
  store.run(sql, stableUuid('workspace northwind'), 'Northwind', 'northwind', createdAt);
  const [admin, ...others] = demoMembers(createdAt);
  if (admin) members.add(admin);
  if (kind === 'demo') for (const member of others) members.add(member);
  seedSchema(
    sandbox,
    createdAt,
    kind === 'demo' ? { dealAttributes: demoDealAttributes, dealChoices: demoDealChoices } : undefined,
  );
}
