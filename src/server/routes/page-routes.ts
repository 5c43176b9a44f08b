import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Boot } from '../../contract/boot.ts';
import { foldCookie } from '../../contract/fold-cookie.ts';
import { paths } from '../../contract/paths.ts';
import { languageOf } from '../../words/language.ts';
import { t } from '../../words/t.ts';
import { TokenRefused } from '../attio/read-answer.ts';
import type { WorkspaceDealForms } from '../attio/workspace-deal-forms.ts';
import { isLoopback } from '../config.ts';
import { messagePage } from '../message-page.ts';
import type { Page } from '../page.ts';
import { ProblemError, problemWords, setProblemHead } from '../problem.ts';
import { requestLocale } from '../request-locale.ts';
import { noteOnRequest } from '../request-notes.ts';
import { requireOwnHost } from '../same-origin.ts';
import { returnPath } from '../session/return-path.ts';
import type { Visitor, Visitors } from '../session/visitor.ts';

export interface PageRoutesOptions {
  publicUrl: string;
  page: Page;
  visitors: Visitors;
  dealForms: WorkspaceDealForms;
  sandbox: boolean;
  /** Whether reps sign in here (an API key needs no sign-in page). */
  canSignIn: boolean;
}

/** `GET /`, `/new`, `/submissions`, `/bulk`, `/setup`, `/links` and `/preferences`: the document, with all that its first paint needs. */
export function addPageRoutes(app: FastifyInstance, options: PageRoutesOptions): void {
  const { publicUrl, page, visitors, canSignIn } = options;

  /** Draws a page; only those of the form and of several deals need to know the workspace's fields. */
  const answerWith =
    (name: 'form' | 'submissions' | 'bulk' | 'setup' | 'links' | 'preferences') =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      reply.type('text/html; charset=utf-8');
      if (isOtherLoopbackName(request, publicUrl)) return reply.redirect(publicUrl + paths.newDeal, 302);
      requireOwnHost(request, publicUrl);
      const locale = requestLocale(request.headers);
      const nobody: Boot = {
        page: 'sign-in',
        locale,
        language: languageOf(locale),
        apple: /\b(Mac OS X|Macintosh|iPhone|iPad)\b/.test(request.headers['user-agent'] ?? ''),
        sandbox: options.sandbox,
        session: null,
        deal_form: null,
        unfolded: false,
        return_to: returnPath(request.url, publicUrl),
        trouble: null,
      };
      try {
        const visitor = await visitors.identify(request);
        if (visitor) {
          const boot = await bootFor(request, visitor, { ...nobody, page: name });
          return reply.header(keepHeader, keptFor(visitor, locale)).send(page.render(boot));
        }
        if (!canSignIn) throw new ProblemError('not_signed_in');
        return reply.send(comesFromElsewhere(request) ? arriveAgain(nobody.return_to) : page.render(nobody));
      } catch (error) {
        if (error instanceof TokenRefused) await visitors.dismiss(request);
        if (error instanceof TokenRefused && canSignIn) return reply.send(page.render(nobody));
        const problem = error instanceof TokenRefused ? new ProblemError('attio_sign_in_needed') : error;
        if (!(problem instanceof ProblemError)) throw problem;
        noteOnRequest(request, { problem: problem.code });
        setProblemHead(reply, problem).code(problem.status >= 500 ? 503 : problem.status);
        return reply.send(page.render({ ...nobody, page: 'trouble', trouble: troubleOf(problem, request.id) }));
      }
    };

  async function bootFor({ cookies }: FastifyRequest, visitor: Visitor, empty: Boot): Promise<Boot> {
    const { member, workspace, mode } = visitor;
    const boot: Boot = { ...empty, session: { member, workspace, mode } };
    if (boot.page !== 'form' && boot.page !== 'bulk') return boot;
    const { form } = await options.dealForms.read(visitor, 'page');
    const unfolded = cookies[foldCookie(workspace.id, member.id)] !== undefined;
    return { ...boot, deal_form: { ...form, me: member.id }, unfolded };
  }

  app.get('/', answerWith('form'));
  app.get(paths.newDeal, answerWith('form'));
  app.get(paths.mySubmissions, answerWith('submissions'));
  app.get(paths.bulk, answerWith('bulk'));
  app.get(paths.setupPage, answerWith('setup'));
  app.get(paths.linksPage, answerWith('links'));
  app.get(paths.preferencesPage, answerWith('preferences'));
}

/** Tells the page's service worker that this is a page to be drawn again without a connection, and {@link keptFor} whom. */
const keepHeader = 'dealslip-keep';

/** Whose page it is, and by which locale (BCP 47) it is drawn: pages of another are of no use to whoever is signed in. */
const keptFor = ({ workspace, member }: Visitor, locale: string): string => [locale, workspace.id, member.id].join(' ');

const troubleOf = ({ code, details }: ProblemError, requestId: string): NonNullable<Boot['trouble']> => ({
  code,
  message: details.detail ?? problemWords(code),
  request_id: requestId,
});

/** `localhost` for `127.0.0.1` and the like: a person's slip, put right here; any other foreign host is refused. */
function isOtherLoopbackName({ headers: { host = '' } }: FastifyRequest, publicUrl: string): boolean {
  const own = new URL(publicUrl);
  if (!isLoopback(own.hostname) || !URL.canParse(`http://${host}`)) return false;
  const asked = new URL(`http://${host}`);
  return isLoopback(asked.hostname) && asked.host !== own.host && asked.port === own.port;
}

/** Whether the browser followed a link from another site: then it held back the Strict cookie, if there is one. */
const comesFromElsewhere = ({ headers }: FastifyRequest): boolean =>
  headers['sec-fetch-site'] === 'cross-site' || headers['sec-fetch-site'] === 'same-site';

/** A page that goes to the same address once more, now from here, so that the cookie comes along. */
const arriveAgain = (path: string): string =>
  messagePage({
    title: t('server.opening.title'),
    text: t('server.opening.text'),
    link: { href: path, label: t('server.opening.next') },
    refreshTo: path,
  });
