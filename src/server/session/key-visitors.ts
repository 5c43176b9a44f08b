import type { FastifyRequest } from 'fastify';
import type { Member } from '../../contract/deal-form.ts';
import type { Session } from '../../contract/session.ts';
import { t } from '../../words/t.ts';
import type { AttioClient } from '../attio/client.ts';
import { listMembers } from '../attio/members.ts';
import { readSelf } from '../attio/self.ts';
import type { Clock } from '../clock.ts';
import type { Access } from '../config.ts';
import { ProblemError } from '../problem.ts';
import type { Visitors } from './visitor.ts';

/** How long a key that Attio refuses is left alone, in seconds, when nobody is waiting. */
const refusedKeyS = 15;

/** How long the key's workspace and members are believed. */
const keepMs = 60_000;

interface KeyWorkspace {
  workspace: Session['workspace'];
  madeBy: string | null;
  members: Member[];
}

export interface KeyVisitorsOptions {
  client: AttioClient;
  access: Access & { mode: 'api-key' };
  allowedWorkspaces: readonly string[] | null;
  now: Clock;
}

/**
 * Visitors of an installation with one API key. On a loopback address that is the member who made the key; behind an
 * authenticating proxy, the member whose e-mail the proxy names. Anybody else is nobody.
 */
export function keyVisitors({ client, access, allowedWorkspaces, now }: KeyVisitorsOptions): Visitors {
  let kept: { until: number; workspace: Promise<KeyWorkspace> } | null = null;

  async function read(): Promise<KeyWorkspace> {
    const self = await readSelf(client, access.apiKey, now);
    if (!self) throw new ProblemError('attio_sign_in_needed', { detail: t('server.keyRefused') });
    if (allowedWorkspaces && !allowedWorkspaces.includes(self.workspace.id.toLowerCase())) {
      throw new ProblemError('workspace_not_allowed');
    }
    return {
      workspace: self.workspace,
      madeBy: self.memberId,
      members: await listMembers(client, access.apiKey, now),
    };
  }

  function workspaceOfKey(): Promise<KeyWorkspace> {
    if (kept && now() < kept.until) return kept.workspace;
    const entry = { until: now() + keepMs, workspace: read() };
    kept = entry;
    entry.workspace.catch(() => {
      if (kept === entry) kept = null;
    });
    return entry.workspace;
  }

  return {
    async identify(request) {
      const email = access.trustedProxy ? proxiedEmail(request, access.trustedProxy) : null;
      if (access.trustedProxy && email === null) return null;
      const { workspace, madeBy, members } = await workspaceOfKey();
      const member = members.find((one) => (email === null ? one.id === madeBy : one.email_address.toLowerCase() === email));
      if (!member || member.suspended) throw new ProblemError('unknown_member');
      return { mode: 'api-key', token: access.apiKey, workspace, member };
    },
    async forMember(workspaceId, memberId) {
      const { workspace, members } = await workspaceOfKey().catch((error: unknown) => {
        // Nobody can sign in again here: what waits goes on by itself when the key is taken again.
        const isRefused = error instanceof ProblemError && error.code === 'attio_sign_in_needed';
        throw isRefused ? new ProblemError('attio_busy', { retryAfterS: refusedKeyS }) : error;
      });
      const member = members.find(({ id, suspended }) => id === memberId && !suspended);
      return member && workspace.id === workspaceId ? { mode: 'api-key', token: access.apiKey, workspace, member } : null;
    },
    async dismiss() {
      kept = null;
    },
  };
}

/** The e-mail that the proxy vouches for; null when the request did not come from the proxy, or it names nobody. */
function proxiedEmail(request: FastifyRequest, proxy: { address: string; userHeader: string }): string | null {
  // An IPv4 peer of a socket that listens on both families is written `::ffff:10.0.0.1`.
  const peer = request.socket.remoteAddress?.replace(/^::ffff:/i, '');
  const email = request.headers[proxy.userHeader];
  return peer === proxy.address && typeof email === 'string' && email !== '' ? email.trim().toLowerCase() : null;
}
