import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { paths } from '../contract/paths.ts';
import { signInFailureSentence } from '../words/sign-in-failure.ts';
import { t } from '../words/t.ts';
import { TokenRefused } from './attio/read-answer.ts';
import { isStorageTrouble } from './ledger/is-storage-trouble.ts';
import { type Log, thrownFields } from './log.ts';
import { messagePage } from './message-page.ts';
import { ProblemError, problemWords, sendProblem, setProblemHead } from './problem.ts';
import { requestLocale } from './request-locale.ts';
import { noteOnRequest } from './request-notes.ts';
import { SignInFailed } from './session/finish-sign-in.ts';
import type { Visitors } from './session/visitor.ts';
import { speaking } from './speaking.ts';

export interface AnswerErrorsOptions {
  visitors: Visitors;
  log: Log;
  /** The methods that an address takes. */
  methodsOf(path: string): string[];
  /** Whether reps sign in here (an API key needs no sign-in page). */
  canSignIn: boolean;
}

/** The one place where something thrown becomes an answer. */
export function answerErrors(app: FastifyInstance, { visitors, log, methodsOf, canSignIn }: AnswerErrorsOptions): void {
  const signInLink = () => (canSignIn ? { href: paths.signIn, label: t('server.notSignedIn.again') } : undefined);

  function answer(request: FastifyRequest, reply: FastifyReply, problem: ProblemError, text?: string): FastifyReply {
    noteOnRequest(request, { problem: problem.code });
    if (!wantsPage(request)) return sendProblem(reply, problem);
    const page = messagePage({
      title:
        text === undefined
          ? t(problem.status === 404 ? 'server.error.notFound' : 'server.error.failed')
          : t('server.notSignedIn.title'),
      text: text ?? problemWords(problem.code),
      link: request.url.startsWith('/auth/') ? signInLink() : { href: paths.newDeal, label: t('server.error.next') },
      requestId: request.id,
    });
    return setProblemHead(reply, problem).type('text/html; charset=utf-8').send(page);
  }

  // What went wrong while a body arrived is told outside of what the request began.
  const inItsLanguage = <Done>({ headers }: FastifyRequest, work: () => Done): Done => speaking(requestLocale(headers), work);

  app.setErrorHandler((error, request, reply) => inItsLanguage(request, () => answerThrown(error, request, reply)));

  async function answerThrown(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (error instanceof SignInFailed) {
      const text = `${signInFailureSentence(error.reason)} ${t('server.notSignedIn.keptDraft')}`;
      return answer(request, reply, new ProblemError('not_signed_in', { detail: text }), text);
    }
    if (error instanceof TokenRefused) {
      await visitors.dismiss(request);
      return answer(request, reply, new ProblemError('attio_sign_in_needed'));
    }
    const problem = problemOf(error);
    if (problem.code === 'internal_error') log('error', { event: 'failed', request_id: request.id, ...thrownFields(error) });
    return answer(request, reply, problem);
  }

  app.setNotFoundHandler((request, reply) => {
    const allow = methodsOf(request.url.split('?')[0] ?? '');
    const problem = allow.length > 0 ? new ProblemError('method_not_allowed', { allow }) : new ProblemError('not_found');
    return inItsLanguage(request, () => answer(request, reply, problem));
  });
}

/** Whether a person is to read the answer: outside `/api`, unless only JSON is asked for. */
function wantsPage({ url, headers: { accept = '' } }: FastifyRequest): boolean {
  if (/^\/(api|health)(\/|\?|$)/.test(url)) return false;
  return accept.includes('text/html') || !accept.includes('json');
}

/** Fastify's own refusals in our codes; anything else is a fault of ours, and its message stays here. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ProblemError('too_large');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new ProblemError('unsupported_media_type');
  if (isStorageTrouble(error)) return new ProblemError('storage_unavailable', { retryAfterS: 1 });
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (typeof status === 'number' && status >= 400 && status < 500) return new ProblemError('malformed_request');
  return new ProblemError('internal_error');
}
