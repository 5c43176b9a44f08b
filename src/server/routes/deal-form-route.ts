import type { FastifyInstance } from 'fastify';
import type { DealForm } from '../../contract/deal-form.ts';
import { paths } from '../../contract/paths.ts';
import type { WorkspaceDealForms } from '../attio/workspace-deal-forms.ts';
import { requireVisitor } from '../require-visitor.ts';
import type { Visitors } from '../session/visitor.ts';

export interface DealFormRouteOptions {
  visitors: Visitors;
  dealForms: WorkspaceDealForms;
}

/** `GET /api/deal-form`: the fields of the workspace's deals, and who may own one. */
export function addDealFormRoute(app: FastifyInstance, { visitors, dealForms }: DealFormRouteOptions): void {
  app.get(paths.dealForm, async (request): Promise<DealForm> => {
    const visitor = await requireVisitor(visitors, request);
    const { form } = await dealForms.read(visitor, 'now');
    return { ...form, me: visitor.member.id };
  });
}
