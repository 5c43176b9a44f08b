import type { Clock } from '../clock.ts';
import { ProblemError } from '../problem.ts';
import type { Visitor } from '../session/visitor.ts';
import { within } from '../within.ts';
import type { AttioClient } from './client.ts';
import { readDealForm, type WorkspaceDealForm } from './deal-form.ts';
import { createDealFormCache, maxAgeMs } from './deal-form-cache.ts';
import { TokenRefused } from './read-answer.ts';
import { withToken } from './self.ts';

/** The fields of a visitor's workspace. */
export interface WorkspaceDealForms {
  /**
   * The fields as they are now. For a page, those last known when Attio is slow or out of reach: the rep can type, and
   * the submission is judged by fresh ones.
   * @throws ProblemError, TokenRefused
   */
  read(visitor: Visitor, use: keyof typeof maxAgeMs): Promise<WorkspaceDealForm>;
  /** Attio contradicted what is kept of the workspace. */
  forget(visitor: Visitor): void;
}

/** A page does not wait longer than this for fields that it could draw from memory, in milliseconds. */
const pagePatienceMs = 1_500;

const isPassing = (error: unknown): boolean =>
  error instanceof ProblemError && (error.code === 'attio_unreachable' || error.code === 'attio_busy');

export function createWorkspaceDealForms(client: AttioClient, now: Clock): WorkspaceDealForms {
  const cache = createDealFormCache(now);

  async function readForPage(workspaceId: string, fresh: Promise<WorkspaceDealForm>): Promise<WorkspaceDealForm> {
    const known = cache.lastKnown(workspaceId);
    if (!known) return fresh;
    const orKnown = fresh.catch((error: unknown) => {
      if (isPassing(error)) return known;
      throw error;
    });
    return (await within(pagePatienceMs, orKnown)) ?? known;
  }

  return {
    async read({ token, workspace, member }, use) {
      const fresh = withToken(client, token, now, () =>
        cache.get(workspace.id, maxAgeMs[use], (previous) => readDealForm(client, token, now, previous)),
      );
      const dealForm = await (use === 'page' ? readForPage(workspace.id, fresh) : fresh);
      // A suspended member's token may live on in Attio; here it ends with the membership.
      const isActive = dealForm.form.members.some(({ id, suspended }) => id === member.id && !suspended);
      if (!isActive) throw new TokenRefused();
      return dealForm;
    },
    forget: ({ workspace }) => cache.forget(workspace.id),
  };
}
