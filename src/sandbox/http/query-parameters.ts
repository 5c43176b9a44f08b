import type { FastifyRequest } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { isUuid } from '../workspace/uuid.ts';

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

/** A text of the query string, undefined when absent. */
export function textParameter(request: FastifyRequest, name: string): string | undefined {
  const value = parameter(request, name);
  if (value === undefined || typeof value === 'string') return value;
  throw refusals.invalidQuery({ code: 'invalid_type', path: [name], message: 'Expected string, received array' });
}

/** A UUID of the query string, undefined when absent. */
export function idParameter(request: FastifyRequest, name: string): string | undefined {
  const value = textParameter(request, name);
  if (value === undefined || isUuid(value)) return value?.toLowerCase();
  throw refusals.invalidQuery({ code: 'invalid_string', path: [name], message: 'Invalid uuid' });
}

/** `?name=10`, the default when absent. */
export function integerParameter(
  request: FastifyRequest,
  name: string,
  { fallback, min = 0, max = Number.POSITIVE_INFINITY }: { fallback: number; min?: number; max?: number },
): number {
  const value = parameter(request, name);
  if (value === undefined) return fallback;
  if (typeof value !== 'string' || !/^-?\d{1,9}$/.test(value))
    throw refusals.invalidQuery({ code: 'invalid_type', path: [name], message: 'Expected number, received string' });
  const number = Number(value);
  if (number < min)
    throw refusals.invalidQuery({ code: 'too_small', path: [name], message: `Number must be greater than or equal to ${min}` });
  if (number > max)
    throw refusals.invalidQuery({ code: 'too_big', path: [name], message: `Number must be less than or equal to ${max}` });
  return number;
}

/** The `limit` and `offset` of a list; a limit out of bounds is refused (assumed). Without a documented default it is all. */
export function pageParameters(
  request: FastifyRequest,
  limit: { fallback: number; min?: number; max?: number } = { fallback: Number.POSITIVE_INFINITY },
): { limit: number; offset: number } {
  return {
    limit: integerParameter(request, 'limit', { min: 1, ...limit }),
    offset: integerParameter(request, 'offset', { fallback: 0 }),
  };
}
