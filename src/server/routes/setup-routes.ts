import type { FastifyInstance } from 'fastify';
import { paths } from '../../contract/paths.ts';
import type { Setup } from '../../contract/setup.ts';
import type { AttioClient } from '../attio/client.ts';
import { createMarkerAttribute } from '../attio/marker-attribute.ts';
import { isWorkspaceAdmin } from '../attio/members.ts';
import { withToken } from '../attio/self.ts';
import type { WorkspaceDealForms } from '../attio/workspace-deal-forms.ts';
import type { Clock } from '../clock.ts';
import { ProblemError } from '../problem.ts';
import { requireVisitor } from '../require-visitor.ts';
import type { Visitor, Visitors } from '../session/visitor.ts';
import { protectionWord } from './health-routes.ts';

export interface SetupRoutesOptions {
  visitors: Visitors;
  client: AttioClient;
  dealForms: WorkspaceDealForms;
  now: Clock;
}

/** `GET /api/setup`: how a workspace is set up; `POST /api/setup/marker`: an admin gives it the marker. */
export function addSetupRoutes(app: FastifyInstance, { visitors, client, dealForms, now }: SetupRoutesOptions): void {
  const isAdmin = ({ token, member }: Visitor) =>
    withToken(client, token, now, () => isWorkspaceAdmin(client, token, member.id, now));

  async function setupOf(visitor: Visitor): Promise<Setup> {
    const [{ protection, markerFault }, is_admin] = await Promise.all([dealForms.read(visitor, 'now'), isAdmin(visitor)]);
    return { duplicate_protection: protectionWord(protection), marker_fault: markerFault, is_admin };
  }

  app.get(paths.setup, async (request): Promise<Setup> => setupOf(await requireVisitor(visitors, request)));

  app.post(paths.setupMarker, async (request): Promise<Setup> => {
    const visitor = await requireVisitor(visitors, request);
    if (!(await isAdmin(visitor))) throw new ProblemError('not_admin');
    dealForms.forget(visitor);
    const { protection, markerFault } = await dealForms.read(visitor, 'now');
    if (markerFault !== null) throw new ProblemError('marker_unsuitable');
    if (protection !== 'none') return setupOf(visitor);
    const made = await withToken(client, visitor.token, now, () => createMarkerAttribute(client, visitor.token)).catch(
      (error: unknown) => error,
    );
    dealForms.forget(visitor);
    const setup = await setupOf(visitor);
    // Somebody else may have made it at the same moment.
    if (made !== undefined && setup.duplicate_protection !== 'marker') throw made;
    return setup;
  });
}
