import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerError } from '../http/answer-error.ts';
import { bearerToken } from '../http/bearer-token.ts';
import { introspection } from '../http/introspection.ts';
import type { Tokens } from '../http/tokens.ts';
import type { SandboxOptions } from '../options.ts';
import type { Sandbox } from '../sandbox.ts';
import { authenticateClient } from './authenticate-client.ts';
import { AuthorizationCodes } from './authorization-codes.ts';
import { type AuthorizationRequest, judgeAuthorization, redirectWith } from './authorization-request.ts';
import { sendConsentPage, sendRefusalPage } from './consent-page.ts';
import { exchangeCode } from './exchange-code.ts';
import { acceptForms, type FormParameters, formParameters, unreadableForm } from './form-body.ts';
import { OAuthError } from './oauth-error.ts';

// RFC 6749, 5.1
const NOT_KEPT = { 'cache-control': 'no-store', pragma: 'no-cache' };

/** Sign in with Attio: the authorization code flow with PKCE (docs.attio.com/rest-api/endpoint-reference/oauth). */
export function registerOAuth(server: FastifyInstance, sandbox: Sandbox, tokens: Tokens, options: SandboxOptions): void {
  const codes = new AuthorizationCodes(sandbox.store);

  server.register((oauth, _options, done) => {
    acceptForms(oauth);
    oauth.setErrorHandler((error: Error, request, reply) => {
      const refusal = unreadableForm(error);
      if (refusal && request.url.startsWith('/authorize')) return sendRefusalPage(reply, refusal.message);
      const answer = refusal ?? error;
      if (!(answer instanceof OAuthError)) return answerError(error, request, reply);
      if (answer.status === 401 && request.headers.authorization) reply.header('www-authenticate', 'Basic realm="sandbox"');
      reply.code(answer.status).headers(NOT_KEPT).send(answer.body());
    });

    oauth.get('/authorize', async (request, reply) => {
      const asked = accepted(formParameters(request.url.split('?').slice(1).join('?')), reply);
      return asked ? sendConsentPage(reply, sandbox, asked) : reply;
    });

    oauth.post('/authorize', async (request, reply) => {
      const form = formOf(request);
      const asked = accepted(form, reply);
      if (!asked) return reply;
      const { redirectUri, state } = asked;
      if (form.decision !== 'allow') return reply.redirect(redirectWith(redirectUri, { error: 'access_denied', state }), 303);
      const member = sandbox.members.byId(form.workspace_member_id ?? '');
      // A suspended member is not on the page, so this form was not made by it.
      if (!member || member.accessLevel === 'suspended')
        return sendRefusalPage(reply, 'There is no such active member in this workspace.');
      const code = codes.issue({ ...asked, memberId: member.id });
      return reply.redirect(redirectWith(redirectUri, { code, state }), 303);
    });

    oauth.post('/oauth/token', async (request, reply) => {
      reply.headers(NOT_KEPT);
      const form = formOf(request);
      // Before anything is judged, so that neither secrets nor verifiers can be guessed with a stolen code.
      codes.countAttempt(form.code ?? '');
      authenticateClient(form, request.headers.authorization, options);
      return { access_token: exchangeCode(form, codes, tokens, options), token_type: 'Bearer' };
    });

    oauth.post('/oauth/introspect', async (request, reply) => {
      reply.headers(NOT_KEPT);
      const token = bearerToken(request.headers.authorization) ?? formOf(request).token ?? '';
      return introspection(sandbox, tokens.find(token));
    });
    done();
  });

  /** The request if it is good; otherwise its answer has been sent. */
  function accepted(parameters: FormParameters, reply: FastifyReply): AuthorizationRequest | undefined {
    const judgement = judgeAuthorization(parameters, options);
    if (judgement.kind === 'good') return judgement.request;
    if (judgement.kind === 'refused') reply.redirect(judgement.redirect, 303);
    else sendRefusalPage(reply, judgement.reason);
    return undefined;
  }
}

function formOf(request: FastifyRequest): FormParameters {
  return (request.body ?? {}) as FormParameters;
}
