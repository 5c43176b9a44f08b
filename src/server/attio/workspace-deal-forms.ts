import type { Clock } from '../clock.ts';
import type { Visitor } from '../session/visitor.ts';
import type { AttioClient } from './client.ts';
import { readDealForm, type WorkspaceDealForm } from './deal-form.ts';
import { createDealFormCache, maxAgeMs } from './deal-form-cache.ts';
import { TokenRefused } from './read-answer.ts';
import { withToken } from './self.ts';

/** The fields of a visitor's workspace. */
export interface WorkspaceDealForms {
  /** @throws ProblemError, TokenRefused */
  read(visitor: Visitor, use: keyof typeof maxAgeMs): Promise<WorkspaceDealForm>;
  /** Attio contradicted what is kept of the workspace. */
  forget(visitor: Visitor): void;
}

export function createWorkspaceDealForms(client: AttioClient, now: Clock): WorkspaceDealForms {
  const cache = createDealFormCache(now);
  return {
    async read({ token, workspace, member }, use) {
      const dealForm = await withToken(client, token, now, () =>
        cache.get(workspace.id, maxAgeMs[use], (previous) => readDealForm(client, token, now, previous)),
      );
      // A suspended member's token may live on in Attio; here it ends with the membership.
      const isActive = dealForm.form.members.some(({ id, suspended }) => id === member.id && !suspended);
      if (!isActive) throw new TokenRefused();
      return dealForm;
    },
    forget: ({ workspace }) => cache.forget(workspace.id),
  };
}
