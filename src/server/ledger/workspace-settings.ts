import * as z from 'zod/mini';
import type { AttributeIds } from '../../attributes/settings/follow-slugs.ts';
import { type SavedSettings, type WorkspaceSettings, workspaceSettingsSchema } from '../../contract/workspace-settings.ts';
import type { Clock } from '../clock.ts';
import type { Database } from './open-database.ts';

/** What the admins of a workspace have settled for it. */
export interface WorkspaceSettingsTable {
  workspace_id: string;
  /** How often it has been saved. */
  version: number;
  /** {@link WorkspaceSettings} as JSON. */
  settings: string;
  /** {@link AttributeIds} as JSON. */
  attribute_ids: string;
  /** The id of the member who saved it last. */
  saved_by: string;
  /** Milliseconds since the epoch. */
  saved_at: number;
}

/** Settings with the ids of the attributes that they mean. */
export interface KeptSettings extends SavedSettings {
  attributeIds: AttributeIds;
}

/** The settings of each workspace. */
export interface SettingsStore {
  /** Those of a workspace; version 0, with nothing in them, before the first saving. */
  read(workspaceId: string): Promise<KeptSettings>;
  /** Saves settings that were made from `version`; null when somebody has saved others since, and nothing is changed. */
  save(workspaceId: string, saved: KeptSettings, memberId: string): Promise<SavedSettings | null>;
}

/** Settings with nothing in them. */
export const noSettings: WorkspaceSettings = { rules: [], exchange: null };

export function createSettingsStore(db: Database, now: Clock): SettingsStore {
  return {
    async read(workspaceId) {
      const row = await db
        .selectFrom('workspace_settings')
        .select(['version', 'settings', 'attribute_ids'])
        .where('workspace_id', '=', workspaceId)
        .executeTakeFirst();
      if (!row) return { version: 0, settings: noSettings, attributeIds: {} };
      return {
        version: row.version,
        settings: z.parse(workspaceSettingsSchema, JSON.parse(row.settings)),
        attributeIds: z.parse(z.record(z.string(), z.string()), JSON.parse(row.attribute_ids)),
      };
    },

    async save(workspaceId, { version, settings, attributeIds }, memberId) {
      const kept = { settings: JSON.stringify(settings), attribute_ids: JSON.stringify(attributeIds) };
      const next = { version: version + 1, ...kept, saved_by: memberId, saved_at: now() };
      // One statement either way: of two admins who changed the same version, the second finds it gone.
      const saved =
        version === 0
          ? await db
              .insertInto('workspace_settings')
              .values({ workspace_id: workspaceId, ...next })
              .onConflict((conflict) => conflict.column('workspace_id').doNothing())
              .returning('version')
              .executeTakeFirst()
          : await db
              .updateTable('workspace_settings')
              .set(next)
              .where('workspace_id', '=', workspaceId)
              .where('version', '=', version)
              .returning('version')
              .executeTakeFirst();
      return saved ? { version: saved.version, settings } : null;
    },
  };
}
