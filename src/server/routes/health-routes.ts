import type { FastifyInstance } from 'fastify';
import { paths } from '../../contract/paths.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { ProblemError } from '../problem.ts';

/**
 * Live: the process answers. Ready: it can also record a submission. Attio is left out on purpose: when it is away,
 * taking our processes away as well would only hide why.
 */
export function addHealthRoutes(app: FastifyInstance, { ledger, isStopping }: { ledger: Ledger; isStopping(): boolean }): void {
  app.get(paths.healthLive, async () => ({ status: 'live' }));
  app.get(paths.healthReady, async () => {
    if (isStopping()) throw new ProblemError('shutting_down', { retryAfterS: 5 });
    await ledger.check();
    return { status: 'ready' };
  });
}
