import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import { ProblemError } from '../problem.ts';
import type { AttioClient } from './client.ts';
import { readAnswer, TokenRefused } from './read-answer.ts';
import { readRefusal } from './refusal.ts';

const selfSchema = z.looseObject({
  active: z.boolean(),
  client_id: z.optional(z.nullable(z.string())),
  scope: z.catch(z.optional(z.nullable(z.string())), null),
  workspace_id: z.optional(z.string()),
  workspace_name: z.optional(z.nullable(z.string())),
  workspace_slug: z.optional(z.nullable(z.string())),
  authorized_by_workspace_member_id: z.optional(z.nullable(z.string())),
});

/** What a live token stands for. */
export interface TokenIdentity {
  workspace: { id: string; name: string; slug: string };
  /** Who authorised it; null when Attio does not say. */
  memberId: string | null;
  /** The app's or key's own id; null when Attio does not say. */
  clientId: string | null;
  /** What it may do; null when Attio does not say. */
  scopes: string[] | null;
}

/**
 * Introspects a token; null when it is not active. `/v2/self` answers 200 `{"active": false}` to a revoked token and
 * 400 to a malformed one, never 401.
 * @throws ProblemError when Attio cannot be asked.
 */
export async function readSelf(client: AttioClient, token: string, now: Clock): Promise<TokenIdentity | null> {
  const answer = await client.call('readSelf', { token });
  if (answer.kind === 'answered' && (answer.status === 401 || (answer.status === 400 && readRefusal(answer)))) return null;
  const self = readAnswer(answer, selfSchema, now);
  if (!self.active || self.workspace_id === undefined) return null;
  return {
    workspace: { id: self.workspace_id, name: self.workspace_name ?? '', slug: self.workspace_slug ?? '' },
    memberId: self.authorized_by_workspace_member_id ?? null,
    clientId: self.client_id ?? null,
    scopes: self.scope?.split(/\s+/).filter(Boolean) ?? null,
  };
}

/**
 * Does something with a token. When Attio answers 401, asks it once whether the token still lives, since valid tokens
 * are reported to draw stray 401s under load: a live token gets one more try, and then counts as a busy Attio.
 * @throws TokenRefused only when the token is dead.
 */
export async function withToken<T>(client: AttioClient, token: string, now: Clock, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    if ((await readSelf(client, token, now)) === null) throw error;
  }
  try {
    return await act();
  } catch (error) {
    throw error instanceof TokenRefused ? new ProblemError('attio_busy', { retryAfterS: 1 }) : error;
  }
}
