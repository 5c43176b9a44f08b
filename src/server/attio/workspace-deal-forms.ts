import type { Clock } from '../clock.ts';
import type { SettingsStore } from '../ledger/workspace-settings.ts';
import { ProblemError } from '../problem.ts';
import type { Visitor } from '../session/visitor.ts';
import { within } from '../within.ts';
import type { AttioClient } from './client.ts';
import { readDealForm, type WorkspaceDealForm } from './deal-form.ts';
import { createDealFormCache, type FieldAge, fieldAges } from './deal-form-cache.ts';
import { TokenRefused } from './read-answer.ts';
import { withToken } from './self.ts';

/** What fields are read for. */
export type FieldUse = 'page' | 'now' | 'submit' | 'send' | 'look';

/** The fields of a visitor's workspace. */
export interface WorkspaceDealForms {
  /**
   * The fields, as fresh as they have to be for what is done with them. For a page, those last known when Attio is slow or out
   * of reach: the rep can type. To send what was judged before, and to look for it, those of the last minute when one reading
   * fails.
   * @throws ProblemError, TokenRefused
   */
  read(visitor: Visitor, use: FieldUse): Promise<WorkspaceDealForm>;
  /** The fields alone, where the members cannot be read: enough to say what else is in order. @throws as `read` does */
  readWithoutMembers(visitor: Visitor): Promise<WorkspaceDealForm>;
  /** The fields as they were last read, however old; undefined before the first reading. */
  lastKnown(visitor: Visitor): WorkspaceDealForm | undefined;
  /** Attio contradicted what is kept of the workspace. */
  forget(visitor: Visitor): void;
}

/** A page does not wait longer than this for fields that it could draw from memory, in milliseconds. */
const pagePatienceMs = 1_500;

/** So many submissions in a second are a burst. */
const burstSize = 5;

/** How old fields may be that stand in for those of a failed reading, in milliseconds. */
const recentMs = 60_000;

/** Whether an error is Attio's trouble of the moment: the same may be answered later. */
export const isPassing = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && (error.code === 'attio_unreachable' || error.code === 'attio_busy');

export function createWorkspaceDealForms(client: AttioClient, settings: SettingsStore, now: Clock): WorkspaceDealForms {
  const cache = createDealFormCache(now);
  /** When submissions of a workspace came, in the last second. */
  const submitted = new Map<string, number[]>();

  function ageFor(workspaceId: string, use: FieldUse): FieldAge {
    if (use !== 'submit') return fieldAges[use];
    const times = (submitted.get(workspaceId) ?? []).filter((time) => now() - time < 1_000);
    submitted.set(workspaceId, [...times, now()]);
    return times.length < burstSize ? fieldAges.now : fieldAges.burst;
  }

  async function readForPage(workspaceId: string, fresh: Promise<WorkspaceDealForm>): Promise<WorkspaceDealForm> {
    const known = cache.lastKnown(workspaceId, Number.POSITIVE_INFINITY);
    if (!known) return fresh;
    const orKnown = fresh.catch((error: unknown) => {
      if (isPassing(error)) return known;
      throw error;
    });
    return (await within(pagePatienceMs, orKnown)) ?? known;
  }

  /** Among many reads of Attio's some fail: that is no reason to hold up what can be judged by fields of a moment ago. */
  async function orRecent(workspaceId: string, fresh: Promise<WorkspaceDealForm>, use: FieldUse): Promise<WorkspaceDealForm> {
    try {
      return await fresh;
    } catch (error) {
      const isLater = use === 'send' || use === 'look';
      const recent = isLater && isPassing(error) ? cache.lastKnown(workspaceId, recentMs) : undefined;
      if (recent) return recent;
      throw error;
    }
  }

  return {
    async read({ token, workspace, member }, use) {
      const fresh = withToken(client, token, now, () =>
        cache.get(workspace.id, ageFor(workspace.id, use), (previous) =>
          readDealForm(client, token, { now, settings: () => settings.read(workspace.id) }, previous),
        ),
      );
      const dealForm = await (use === 'page' ? readForPage(workspace.id, fresh) : orRecent(workspace.id, fresh, use));
      // A suspended member's token may live on in Attio; here it ends with the membership.
      const isActive = dealForm.form.members.some(({ id, suspended }) => id === member.id && !suspended);
      if (!isActive) throw new TokenRefused();
      return dealForm;
    },
    readWithoutMembers: ({ token, workspace }) =>
      withToken(client, token, now, () =>
        readDealForm(client, token, { now, settings: () => settings.read(workspace.id), members: async () => [] }),
      ),
    lastKnown: ({ workspace }) => cache.lastKnown(workspace.id, Number.POSITIVE_INFINITY),
    forget: ({ workspace }) => cache.forget(workspace.id),
  };
}
