import type { FastifyInstance } from 'fastify';
import { paths } from '../../contract/paths.ts';
import type { Session } from '../../contract/session.ts';
import { requireVisitor } from '../require-visitor.ts';
import type { Visitors } from '../session/visitor.ts';

/** `GET /api/session`: who is signed in, and where. */
export function addSessionRoute(app: FastifyInstance, visitors: Visitors): void {
  app.get(paths.session, async (request): Promise<Session> => {
    const { member, workspace, mode } = await requireVisitor(visitors, request);
    return { member, workspace, mode };
  });
}
