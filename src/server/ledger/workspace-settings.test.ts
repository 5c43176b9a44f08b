import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkspaceSettings } from '../../contract/workspace-settings.ts';
import { engines } from '../testing/engines.ts';
import { type Database, openPostgres, openSqlite } from './open-database.ts';
import { createSettingsStore, noSettings, type SettingsStore } from './workspace-settings.ts';

const attributeIds = { a: 'id of a' };
const settings = (attribute: string): WorkspaceSettings => ({
  rules: [{ stages: null, attribute, effect: 'default', value: 'a "quoted" – <b>' }],
  exchange: { original_attribute: null, rates: [{ from: 'EUR', to: 'USD', rate: '1.08', date: '2026-11-28', source: 'ECB' }] },
});

describe.each(engines)('The settings of a workspace in $name', (engine) => {
  const directory = mkdtempSync(join(tmpdir(), 'dealslip-settings-'));
  let db: Database;
  let store: SettingsStore;
  beforeAll(async () => {
    const { DATABASE_URL: url } = await engine.database();
    db = url === undefined ? openSqlite(directory) : await openPostgres(url);
    store = createSettingsStore(db, Date.now);
  });
  afterAll(async () => {
    await db.destroy();
    rmSync(directory, { recursive: true, force: true });
  });

  test('are empty before the first saving, and then what was saved, of that workspace only', async () => {
    const [workspace, other] = [randomUUID(), randomUUID()];
    expect(await store.read(workspace)).toEqual({ version: 0, settings: noSettings, attributeIds: {} });
    expect(await store.save(workspace, { version: 0, settings: settings('a'), attributeIds }, 'ana')).toMatchObject({
      version: 1,
    });
    expect(await store.save(workspace, { version: 1, settings: settings('b'), attributeIds }, 'ana')).toMatchObject({
      version: 2,
    });
    expect(await store.read(workspace)).toEqual({ version: 2, settings: settings('b'), attributeIds });
    expect(await store.read(other)).toEqual({ version: 0, settings: noSettings, attributeIds: {} });
  });

  test('are not overwritten by somebody who had not seen them', async () => {
    const workspace = randomUUID();
    await store.save(workspace, { version: 0, settings: settings('first'), attributeIds }, 'ana');
    expect(await store.save(workspace, { version: 0, settings: settings('second'), attributeIds }, 'bo')).toBeNull();
    expect(await store.save(workspace, { version: 7, settings: settings('second'), attributeIds }, 'bo')).toBeNull();
    expect(await store.read(workspace)).toEqual({ version: 1, settings: settings('first'), attributeIds });
  });

  test.each([0, 1])('of many who save version %i at once, one does', async (version) => {
    const workspace = randomUUID();
    if (version === 1) await store.save(workspace, { version: 0, settings: noSettings, attributeIds }, 'ana');
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const saved = await Promise.all(
      names.map((name) => store.save(workspace, { version, settings: settings(name), attributeIds }, name)),
    );
    expect(saved.filter(Boolean)).toHaveLength(1);
    const won = saved.find(Boolean);
    expect(await store.read(workspace)).toMatchObject(won ?? {});
  });
});
