import type { FastifyInstance } from 'fastify';
import { describeApi } from './describe-api.ts';

/** `GET /openapi/api`: the description, where Attio has its own; no token is asked for. */
export function registerDescription(server: FastifyInstance): void {
  server.get('/openapi/api', async () => describeApi());
}
