import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../errors/api-error.ts';
import { refusals } from '../errors/refusals.ts';

/** The header to log: it names one answer of the service (seen in recordings). */
export const EXECUTION_ID = 'x-attio-execution-id';

/** The one place where errors become answers: refusals as they are, the framework's translated, anything else a 500. */
export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const answer = asApiError(error);
  if (answer.status >= 500) process.stderr.write(`${request.method} ${request.url}: ${error.stack ?? error.message}\n`);
  // An address the router cannot read never reaches the hook that gives every answer its id.
  if (!reply.hasHeader(EXECUTION_ID)) reply.header(EXECUTION_ID, randomUUID());
  reply.code(answer.status).header('content-type', 'application/json; charset=utf-8').send(answer.body());
}

function asApiError(error: FastifyError | Error): ApiError {
  if (error instanceof ApiError) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refusals.bodyTooLarge();
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refusals.unsupportedContentType();
  // The client hung up; nobody hears this, and it is no fault of the sandbox.
  if (code === 'ECONNRESET') return refusals.unreadableBody('it was broken off.');
  if (code.startsWith('FST_ERR_CTP')) return refusals.unreadableBody('its length is not what was announced.');
  if (code === 'FST_ERR_BAD_URL' || code === 'FST_ERR_MAX_PARAM_LENGTH')
    return refusals.invalidPath({ code: 'invalid', path: [], message: 'Invalid input' });
  return refusals.internal();
}
