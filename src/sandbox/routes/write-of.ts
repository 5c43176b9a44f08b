import type { FastifyRequest } from 'fastify';
import { actorOf } from '../http/caller.ts';
import type { Write } from '../records/stored-value.ts';
import type { Sandbox } from '../sandbox.ts';
import { timestamp } from '../workspace/timestamp.ts';

/** Who writes with this request, and when: now. */
export function writeOf(request: FastifyRequest, sandbox: Sandbox): Write {
  return { actor: actorOf(request), at: timestamp(sandbox.now()) };
}
