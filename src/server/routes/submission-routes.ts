import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { authorHeader, submissionPath } from '../../contract/paths.ts';
import { type Submission, submissionIdSchema, submissionRequestSchema } from '../../contract/submission.ts';
import { acceptedLocale } from '../accepted-locale.ts';
import type { Ledger, SubmissionRow } from '../ledger/ledger.ts';
import { ProblemError } from '../problem.ts';
import { parseRequest, readRequestJson } from '../request-json.ts';
import { noteOnRequest } from '../request-notes.ts';
import { requireVisitor } from '../require-visitor.ts';
import type { Visitor, Visitors } from '../session/visitor.ts';
import { refusedAnswerSchema, submissionOf } from '../submission-answer.ts';
import type { DealSubmissions } from '../submit-deal.ts';

export interface SubmissionRoutesOptions {
  visitors: Visitors;
  ledger: Ledger;
  submissions: DealSubmissions;
}

/** `PUT` and `GET /api/submissions/:id`. */
export function addSubmissionRoutes(app: FastifyInstance, { visitors, ledger, submissions }: SubmissionRoutesOptions): void {
  app.put(submissionPath(':id'), async (request, reply): Promise<Submission> => {
    const visitor = await requireVisitor(visitors, request);
    requireAuthor(request, visitor);
    const id = submissionId(request);
    const { values } = parseRequest(submissionRequestSchema, readRequestJson(request.headers['content-type'], request.body));
    const locale = acceptedLocale(request.headers['accept-language']);
    const row = await submissions.submit({ visitor, id, values, locale });
    if (row.state === 'refused') throw refusal(row);
    reply.code(row.state === 'created' ? 200 : 202);
    return submissionOf(row);
  });

  app.get(submissionPath(':id'), async (request, reply): Promise<Submission> => {
    const visitor = await requireVisitor(visitors, request);
    const id = submissionId(request);
    await ledger.settleExpired();
    const row = await ledger.find({ workspaceId: visitor.workspace.id, memberId: visitor.member.id, id });
    if (!row) throw new ProblemError('submission_not_found');
    reply.code(row.state === 'created' || row.state === 'refused' ? 200 : 202);
    return submissionOf(row);
  });
}

/** The page says whose it is. Another member's session must not send what this one wrote. */
function requireAuthor({ headers }: FastifyRequest, { member }: Visitor): void {
  const author = headers[authorHeader];
  if (author !== undefined && author !== member.id) throw new ProblemError('identity_mismatch');
}

function submissionId(request: FastifyRequest): string {
  const { id } = z.parse(z.object({ id: z.string() }), request.params);
  const parsed = z.safeParse(submissionIdSchema, id);
  if (!parsed.success) throw new ProblemError('invalid_submission_id');
  const canonical = parsed.data.toLowerCase();
  noteOnRequest(request, { submission_id: canonical });
  return canonical;
}

/** A refusal as the problem it was answered with the first time. */
function refusal(row: SubmissionRow): ProblemError {
  const { errors, upstream } = z.parse(refusedAnswerSchema, JSON.parse(row.answer ?? 'null'));
  // Attio's own sentence is shown only where ours cannot point at a field.
  return new ProblemError('refused_by_attio', { errors, upstream, detail: errors.length === 0 ? upstream?.message : undefined });
}
