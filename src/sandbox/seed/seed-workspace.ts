import type { SandboxOptions } from '../options.ts';
import type { Sandbox } from '../sandbox.ts';
import { timestamp } from '../workspace/timestamp.ts';
import { demoDealAttributes, demoDealChoices } from './demo-attributes.ts';
import { demoMembers } from './demo-members.ts';
import { seedDemo } from './seed-demo.ts';
import { seedSchema } from './seed-schema.ts';
import { seedSynthetic } from './seed-synthetic.ts';
import { stableUuid } from './stable-uuid.ts';

/** Makes the workspace if the database has none yet. */
export function seedWorkspace(sandbox: Sandbox, seed: SandboxOptions['seed']): void {
  const { store, members } = sandbox;
  if (store.get('SELECT 1 FROM workspace')) return;
  store.transaction(() => {
    const createdAt = timestamp(new Date(Date.UTC(2026, 0, 5, 8)));
    const sql = 'INSERT INTO workspace (workspace_id, name, slug, created_at) VALUES (?, ?, ?, ?)';
    store.run(sql, stableUuid('workspace northwind'), 'Northwind', 'northwind', createdAt);
    const [admin, ...others] = demoMembers(createdAt);
    if (admin) members.add(admin);
    // An empty workspace is a new one: one admin, the standard attributes and stages, no records.
    if (seed === 'empty') return seedSchema(sandbox, createdAt);
    for (const member of others) members.add(member);
    seedSchema(sandbox, createdAt, { dealAttributes: demoDealAttributes, dealChoices: demoDealChoices });
    if (seed === 'demo') seedDemo(sandbox);
  });
  if (typeof seed === 'number') seedSynthetic(sandbox, seed);
}
