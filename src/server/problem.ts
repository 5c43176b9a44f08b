import type { FastifyReply } from 'fastify';
import { type FieldError, type Problem, problemContentType } from '../contract/problem.ts';
import { entryDays } from '../contract/submission.ts';
import { type ProblemCode, problemSentence } from '../words/problem-sentence.ts';

const statuses: Record<ProblemCode, number> = {
  missing_header: 403,
  foreign_origin: 403,
  foreign_site: 403,
  foreign_host: 403,
  unsupported_media_type: 415,
  malformed_json: 400,
  duplicate_key: 400,
  forbidden_key: 400,
  too_deep: 400,
  too_many_keys: 400,
  too_large: 413,
  invalid_request: 422,
  malformed_request: 400,
  request_timeout: 408,
  headers_too_large: 431,
  not_found: 404,
  method_not_allowed: 405,
  not_signed_in: 401,
  unknown_member: 403,
  workspace_not_allowed: 403,
  identity_mismatch: 409,
  invalid_submission_id: 400,
  submission_not_found: 404,
  submission_forgotten: 410,
  submission_id_reused: 422,
  submission_not_open: 409,
  record_taken: 409,
  record_not_found: 422,
  not_admin: 403,
  settings_changed: 409,
  invalid_settings: 422,
  marker_unsuitable: 409,
  invalid_values: 422,
  refused_by_attio: 422,
  attio_sign_in_needed: 401,
  attio_forbidden: 403,
  attio_unreachable: 503,
  attio_busy: 503,
  attio_unexpected: 502,
  deals_disabled: 403,
  unknown_object: 422,
  object_disabled: 403,
  storage_unavailable: 503,
  shutting_down: 503,
  internal_error: 500,
};

/** What a problem may say beside its code. */
export interface ProblemDetails {
  detail?: string | undefined;
  errors?: FieldError[] | undefined;
  /** What Attio said, word for word. */
  upstream?: Problem['upstream'];
  /** Seconds until the same request is worth repeating. */
  retryAfterS?: number | undefined;
  /** The methods that the address does take. */
  allow?: readonly string[] | undefined;
}

/** A request that cannot be done, thrown from anywhere; the one error handler puts it on the wire. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly code: ProblemCode;
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.status = statuses[code];
    this.details = details;
  }
}

/** What a problem means, for people. */
export const problemWords = (code: ProblemCode): string => problemSentence(code, { days: entryDays });

/** The RFC 9457 document of a problem. */
export function problemDocument({ code, status, details }: ProblemError, requestId: string): Problem {
  return {
    type: `urn:dealslip:problem:${code}`,
    title: problemWords(code),
    status,
    code,
    request_id: requestId,
    ...(details.detail === undefined ? {} : { detail: details.detail }),
    ...(details.errors === undefined ? {} : { errors: details.errors }),
    ...(details.upstream === undefined ? {} : { upstream: details.upstream }),
  };
}

/** Sets the status and the headers that go with a problem, whatever its body will be. */
export function setProblemHead(reply: FastifyReply, { status, details }: ProblemError): FastifyReply {
  if (details.retryAfterS !== undefined) reply.header('retry-after', String(details.retryAfterS));
  if (details.allow !== undefined) reply.header('allow', details.allow.join(', '));
  return reply.code(status);
}

/** Answers with a problem document. */
export function sendProblem(reply: FastifyReply, problem: ProblemError): FastifyReply {
  return setProblemHead(reply, problem)
    .type(problemContentType)
    .send(JSON.stringify(problemDocument(problem, reply.request.id)));
}
