import type { FastifyRequest } from 'fastify';
import type { Member } from '../../contract/deal-form.ts';
import type { Session } from '../../contract/session.ts';

/** Whoever makes a request, and the token that acts for them in Attio. */
export interface Visitor {
  mode: Session['mode'];
  token: string;
  workspace: Session['workspace'];
  member: Member;
}

/** How visitors are known in this installation. */
export interface Visitors {
  /**
   * Who makes this request; null when nobody is signed in.
   * @throws ProblemError when it cannot be found out, or they may not come in.
   */
  identify(request: FastifyRequest): Promise<Visitor | null>;
  /**
   * A member of a workspace as whom something left open may go on; null when none of their tokens is at hand.
   * @throws ProblemError when it cannot be found out
   */
  forMember(workspaceId: string, memberId: string): Promise<Visitor | null>;
  /** Attio no longer takes the visitor's token: they have to sign in anew. */
  dismiss(request: FastifyRequest): Promise<void>;
}
