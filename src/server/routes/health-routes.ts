import type { FastifyInstance } from 'fastify';
import { paths } from '../../contract/paths.ts';
import type { DuplicateProtection } from '../../contract/setup.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Protection } from '../ledger/submission-table.ts';
import type { Metrics } from '../metrics.ts';
import { ProblemError } from '../problem.ts';

export interface HealthRoutesOptions {
  ledger: Ledger;
  metrics: Metrics;
  isStopping(): boolean;
}

/** How second deals are kept out, in the words of the contract. */
export const protectionWord = (protection: Protection | null): DuplicateProtection =>
  protection === 'unique' ? 'marker' : 'look_up';

/**
 * Live: the process answers. Ready: it can also record a submission. Attio is left out on purpose: when it is away,
 * taking our processes away as well would only hide why. `/metrics` is for Prometheus.
 */
export function addHealthRoutes(app: FastifyInstance, { ledger, metrics, isStopping }: HealthRoutesOptions): void {
  app.get(paths.healthLive, async () => ({ status: 'live' }));
  app.get(paths.healthReady, async () => {
    if (isStopping()) throw new ProblemError('shutting_down', { retryAfterS: 5 });
    const workspaces = await ledger.workspaces();
    return {
      status: 'ready',
      workspaces: workspaces.map(({ workspaceId, protection }) => ({
        workspace_id: workspaceId,
        duplicate_protection: protectionWord(protection),
      })),
    };
  });
  app.get(paths.metrics, async (_request, reply) => {
    const { contentType, text } = await metrics.read();
    return reply.type(contentType).send(text);
  });
}
