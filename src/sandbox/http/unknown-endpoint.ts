import type { FastifyRequest } from 'fastify';
import type { ApiError } from '../errors/api-error.ts';
import { refusals } from '../errors/refusals.ts';

/** The refusal of a route that does not exist; it names the path without its query (seen in recordings). */
export function unknownEndpoint(request: FastifyRequest): ApiError {
  return refusals.unknownEndpoint(request.method, request.url.split('?')[0] ?? '');
}
