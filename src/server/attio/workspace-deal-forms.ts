import type { Clock } from '../clock.ts';
import type { Visitor } from '../session/visitor.ts';
import type { AttioClient } from './client.ts';
import { readDealForm, type WorkspaceDealForm } from './deal-form.ts';
import { createDealFormCache, maxAgeMs } from './deal-form-cache.ts';
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
    read: ({ token, workspace }, use) =>
      withToken(client, token, now, () => cache.get(workspace.id, maxAgeMs[use], () => readDealForm(client, token, now))),
    forget: ({ workspace }) => cache.forget(workspace.id),
  };
}
