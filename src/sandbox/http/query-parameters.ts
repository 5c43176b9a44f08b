import type { FastifyRequest } from 'fastify';
import { refusals } from '../errors/refusals.ts';

function parameter(request: FastifyRequest, name: string): unknown {
  return (request.query as Record<string, unknown>)[name];
}

/** A required text of the query string. */
export function requiredParameter(request: FastifyRequest, name: string): string {
  const value = parameter(request, name);
  if (typeof value === 'string' && value !== '') return value;
  throw refusals.invalidQuery({
    code: 'invalid_type',
    path: [name],
    message: 'Required',
    expected: 'string',
    received: 'undefined',
  });
}

/** `?name=true`, false when absent. */
export function booleanParameter(request: FastifyRequest, name: string): boolean {
  const value = parameter(request, name);
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw refusals.invalidQuery({ code: 'invalid', path: [name], message: 'Invalid input' });
}

/** `?limit=10&offset=20`. Without a documented default everything is answered; a larger limit than allowed is refused. */
export function pageParameters(
  request: FastifyRequest,
  { fallback, max }: { fallback: number; max: number } = { fallback: Number.POSITIVE_INFINITY, max: Number.POSITIVE_INFINITY },
): { limit: number; offset: number } {
  const limit = integerParameter(request, 'limit', fallback);
  const message = `Number must be less than or equal to ${max}`;
  if (limit > max) throw refusals.invalidQuery({ code: 'too_big', path: ['limit'], message });
  return { limit, offset: integerParameter(request, 'offset', 0) };
}

/** `?name=10`, the default when absent. */
function integerParameter(request: FastifyRequest, name: string, fallback: number): number {
  const value = parameter(request, name);
  if (value === undefined) return fallback;
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) return Number(value);
  throw refusals.invalidQuery({ code: 'invalid_type', path: [name], message: 'Expected number, received string' });
}
