import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.ts';
import { noteOnRequest } from './request-notes.ts';
import type { Visitor, Visitors } from './session/visitor.ts';

/**
 * Whoever makes the request.
 * @throws ProblemError `not_signed_in` when nobody does
 */
export async function requireVisitor(visitors: Visitors, request: FastifyRequest): Promise<Visitor> {
  const visitor = await visitors.identify(request);
  if (!visitor) throw new ProblemError('not_signed_in');
  noteOnRequest(request, { workspace_id: visitor.workspace.id, member_id: visitor.member.id });
  return visitor;
}
