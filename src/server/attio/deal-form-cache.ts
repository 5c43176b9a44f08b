import type { Clock } from '../clock.ts';
import type { WorkspaceDealForm } from './deal-form.ts';

/** A page may show fields up to a minute old; a submission is judged by fields not older than a second. */
export const maxAgeMs = { page: 60_000, submission: 1_000 } as const;

/** The fields of each workspace, read once for all who ask at the same time. */
export interface DealFormCache {
  /**
   * Reads anew when what is kept is older than `maxAge` milliseconds; `read` gets what was last known, however old.
   * A failed reading is not kept.
   */
  get(workspaceId: string, maxAge: number, read: Read): Promise<WorkspaceDealForm>;
  /** Attio contradicted what is kept: the next to ask reads anew. */
  forget(workspaceId: string): void;
}

type Read = (previous: WorkspaceDealForm | undefined) => Promise<WorkspaceDealForm>;

interface Entry {
  /** Nothing in the form is older. */
  startedAt: number;
  form: Promise<WorkspaceDealForm>;
}

export function createDealFormCache(now: Clock): DealFormCache {
  const entries = new Map<string, Entry>();
  const lastKnown = new Map<string, WorkspaceDealForm>();
  return {
    get(workspaceId, maxAge, read) {
      const kept = entries.get(workspaceId);
      if (kept && now() - kept.startedAt <= maxAge) return kept.form;
      const entry: Entry = { startedAt: now(), form: read(lastKnown.get(workspaceId)) };
      entries.set(workspaceId, entry);
      entry.form.then(
        (form) => lastKnown.set(workspaceId, form),
        () => entries.get(workspaceId) === entry && entries.delete(workspaceId),
      );
      return entry.form;
    },
    forget(workspaceId) {
      entries.delete(workspaceId);
    },
  };
}
