import type { Clock } from '../clock.ts';
import type { WorkspaceDealForm } from './deal-form.ts';

/** How old the fields may be that something is done with, in milliseconds. */
export interface FieldAge {
  /** Older ones are read anew. */
  freshMs: number;
  /** While that goes on, those that are not older than this will do. */
  usableMs: number;
}

/**
 * A page is drawn from fields as they are now, so that a reload shows what an admin has just changed; those who load it together
 * share one reading. Submissions come in bursts, and reading the fields takes some eight of the hundred reads a second that
 * Attio allows: what is sent among many is judged by fields of the last seconds, and by Attio itself. What waits was judged when
 * it came. A look for a deal only compares by them.
 */
export const fieldAges = {
  page: { freshMs: 50, usableMs: 50 },
  now: { freshMs: 250, usableMs: 250 },
  burst: { freshMs: 2_000, usableMs: 3_000 },
  send: { freshMs: 2_000, usableMs: 10_000 },
  look: { freshMs: 10_000, usableMs: 60_000 },
} as const satisfies Record<string, FieldAge>;

/** The fields of each workspace, read once for all who ask at the same time. */
export interface DealFormCache {
  /** `read` gets what was last known, however old. A failed reading is not kept. */
  get(workspaceId: string, age: FieldAge, read: Read): Promise<WorkspaceDealForm>;
  /** What was last read, unless that is longer ago than so many milliseconds; undefined before the first reading. */
  lastKnown(workspaceId: string, maxAgeMs: number): WorkspaceDealForm | undefined;
  /** Attio contradicted what is kept: the next to ask reads anew. */
  forget(workspaceId: string): void;
}

type Read = (previous: WorkspaceDealForm | undefined) => Promise<WorkspaceDealForm>;

interface Reading {
  /** Nothing in the form is older. */
  startedAt: number;
  form: Promise<WorkspaceDealForm>;
}

interface Known {
  startedAt: number;
  form: WorkspaceDealForm;
  isContradicted: boolean;
}

export function createDealFormCache(now: Clock): DealFormCache {
  const readings = new Map<string, Reading>();
  const lastKnown = new Map<string, Known>();

  function start(workspaceId: string, read: Read): Reading {
    const reading: Reading = { startedAt: now(), form: read(lastKnown.get(workspaceId)?.form) };
    readings.set(workspaceId, reading);
    reading.form.then(
      (form) => lastKnown.set(workspaceId, { startedAt: reading.startedAt, form, isContradicted: false }),
      () => readings.get(workspaceId) === reading && readings.delete(workspaceId),
    );
    return reading;
  }

  return {
    async get(workspaceId, { freshMs, usableMs }, read) {
      const kept = readings.get(workspaceId);
      const reading = kept && now() - kept.startedAt <= freshMs ? kept : start(workspaceId, read);
      const known = lastKnown.get(workspaceId);
      const isUsable = known && !known.isContradicted && now() - known.startedAt <= usableMs;
      return isUsable ? known.form : reading.form;
    },
    lastKnown(workspaceId, maxAgeMs) {
      const known = lastKnown.get(workspaceId);
      return known && now() - known.startedAt <= maxAgeMs ? known.form : undefined;
    },
    forget(workspaceId) {
      readings.delete(workspaceId);
      const known = lastKnown.get(workspaceId);
      if (known) known.isContradicted = true;
    },
  };
}
