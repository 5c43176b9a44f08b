import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { authorHeader, paths, resolvePath, submissionPath, valuesPath } from '../../contract/paths.ts';
import {
  decisionSchema,
  type NewRecordOutcome,
  type Submission,
  type SubmissionList,
  type SubmissionValues,
  submissionGroups,
  submissionIdSchema,
  submissionListQuerySchema,
  submissionRequestSchema,
} from '../../contract/submission.ts';
import { hasMessage, inList, t } from '../../words/t.ts';
import { type DecideOptions, decideSubmission } from '../decide-submission.ts';
import { sayErrors } from '../kept-errors.ts';
import type { ListCursor } from '../ledger/submission-lists.ts';
import type { SubmissionRow } from '../ledger/submission-row.ts';
import { ProblemError } from '../problem.ts';
import { parseRequest, readRequestJson } from '../request-json.ts';
import { requestLocale } from '../request-locale.ts';
import { noteOnRequest } from '../request-notes.ts';
import { requireVisitor } from '../require-visitor.ts';
import type { Visitor, Visitors } from '../session/visitor.ts';
import { withServerTiming } from '../spent-time.ts';
import { newRecordOutcomes, refusedAnswerSchema, requireRemembered, submissionOf } from '../submission-answer.ts';
import { submissionValues } from '../submission-values.ts';
import type { SubmitDeal } from '../submit-deal.ts';

export interface SubmissionRoutesOptions extends DecideOptions {
  visitors: Visitors;
  submitDeal: SubmitDeal;
}

const pageSize = 25;

/** `PUT` and `GET /api/submissions/:id`, its values, `GET /api/submissions`, and `POST /api/submissions/:id/resolve`. */
export function addSubmissionRoutes(app: FastifyInstance, options: SubmissionRoutesOptions): void {
  const { visitors, ledger, submitDeal, appUrl } = options;
  const answer = (request: FastifyRequest, row: SubmissionRow): Promise<Submission> =>
    submissionOf(row, { ledger, appUrl, locale: requestLocale(request.headers) });

  async function own(request: FastifyRequest, { workspace, member }: Visitor): Promise<SubmissionRow> {
    const row = await ledger.find({ workspaceId: workspace.id, memberId: member.id, id: submissionId(request) });
    if (!row) throw new ProblemError('submission_not_found');
    requireRemembered(row);
    return row;
  }

  app.put(submissionPath(':id'), async (request, reply) => {
    const visitor = await requireVisitor(visitors, request);
    requireAuthor(request, visitor);
    const id = submissionId(request);
    const {
      values,
      seen = [],
      hold_seconds: holdS = 0,
    } = parseRequest(submissionRequestSchema, readRequestJson(request.headers['content-type'], request.body));
    const locale = requestLocale(request.headers);
    const { result: row, serverTiming } = await withServerTiming(() =>
      submitDeal({ visitor, id, values, seen, locale, holdMs: holdS * 1000 }),
    );
    reply.header('server-timing', serverTiming);
    if (row.state === 'refused') throw refusal(row, await newRecordOutcomes(row, ledger));
    // The session outlives no token: the page asks to sign in again.
    if (row.state === 'blocked_auth' && row.reason === 'sign_in') await visitors.dismiss(request);
    if (!isFinal(row)) reply.code(202).header('location', submissionPath(id));
    return answer(request, row);
  });

  app.get(submissionPath(':id'), async (request, reply) => {
    const visitor = await requireVisitor(visitors, request);
    const row = await own(request, visitor);
    reply.code(isFinal(row) ? 200 : 202);
    return answer(request, row);
  });

  app.get(valuesPath(':id'), async (request): Promise<SubmissionValues> => {
    const visitor = await requireVisitor(visitors, request);
    return submissionValues(options, visitor, await own(request, visitor), requestLocale(request.headers));
  });

  app.get(paths.submissions, async (request): Promise<SubmissionList> => {
    const { workspace, member } = await requireVisitor(visitors, request);
    const { state, name = '', cursor } = parseRequest(submissionListQuerySchema, request.query);
    const filter = { states: state === undefined ? null : submissionGroups[state], name: name.trim() || null };
    const from = cursor === undefined ? null : readCursor(cursor);
    const [rows, openStates] = await Promise.all([
      ledger.list(workspace.id, member.id, from, pageSize + 1, filter),
      ledger.openStates(workspace.id, member.id),
    ]);
    const page = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? page.at(-1) : undefined;
    return {
      submissions: await Promise.all(page.map((row) => answer(request, row))),
      next_cursor: last ? `${last.received_at}_${last.id}` : null,
      open_states: openStates,
    };
  });

  app.post(resolvePath(':id'), async (request, reply) => {
    const visitor = await requireVisitor(visitors, request);
    requireAuthor(request, visitor);
    const id = submissionId(request);
    const decision = parseRequest(decisionSchema, readRequestJson(request.headers['content-type'], request.body));
    await decideSubmission(options, visitor, id, decision);
    const row = await own(request, visitor);
    reply.code(isFinal(row) ? 200 : 202);
    return answer(request, row);
  });
}

const isFinal = ({ state }: SubmissionRow): boolean => state === 'created' || state === 'refused' || state === 'dismissed';

function readCursor(cursor: string): ListCursor {
  const [receivedAt = '', id = ''] = cursor.split('_');
  return { receivedAt: Number(receivedAt), id };
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

/** A refusal as the problem it was answered with the first time, in the language of whoever asks. */
function refusal(row: SubmissionRow, fresh: readonly NewRecordOutcome[]): ProblemError {
  const made = fresh.filter(({ how }) => how === 'made').map(({ name }) => name);
  const { errors: kept, upstream } = z.parse(refusedAnswerSchema, JSON.parse(row.answer ?? 'null'));
  const errors = sayErrors(kept);
  // Attio's own sentence is shown only where ours cannot point at a field.
  const admins = `server.adminMustAct.${upstream?.code}`;
  const said = errors.length > 0 ? undefined : hasMessage(admins) ? t(admins) : upstream?.message;
  const detail = [said, made.length > 0 ? t('server.madeAnyway', { names: inList(made) }) : undefined].filter(Boolean).join(' ');
  return new ProblemError('refused_by_attio', { errors, upstream, detail: detail || undefined });
}
