import type { Clock } from '../clock.ts';
import type { WorkspaceDealForm } from './deal-form.ts';

/**
 * How old fields may be, in milliseconds. A page is drawn from fields as they are now, so that a reload shows what an admin
 * has just changed; those who load it together share one reading. Submissions come in bursts, and reading the fields takes
 * some eight of the hundred reads a second that Attio allows.
 */
export const maxAgeMs = { page: 50, now: 250 } as const;

/** The fields of each workspace, read once for all who ask at the same time. */
export interface DealFormCache {
  /**
   * Reads anew when what is kept is older than `maxAge` milliseconds; `read` gets what was last known, however old.
   * A failed reading is not kept.
   */
  get(workspaceId: string, maxAge: number, read: Read): Promise<WorkspaceDealForm>;
  /** What was last read, however old; undefined before the first reading. */
  lastKnown(workspaceId: string): WorkspaceDealForm | undefined;
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
    lastKnown: (workspaceId) => lastKnown.get(workspaceId),
    forget(workspaceId) {
      entries.delete(workspaceId);
    },
  };
}
