import type { FastifyRequest } from 'fastify';
import type { LogEvent } from './log.ts';

/** What is learnt of a request on its way and belongs into its line of the log. */
export type RequestNotes = Pick<LogEvent, 'workspace_id' | 'member_id' | 'submission_id' | 'problem'>;

const notes = new WeakMap<FastifyRequest, RequestNotes>();

export function noteOnRequest(request: FastifyRequest, more: RequestNotes): void {
  notes.set(request, { ...notes.get(request), ...more });
}

export const requestNotes = (request: FastifyRequest): RequestNotes => notes.get(request) ?? {};
