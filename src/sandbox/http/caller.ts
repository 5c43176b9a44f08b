import type { FastifyRequest } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import type { Write } from '../records/stored-value.ts';
import type { Actor } from '../workspace/actor.ts';
import { timestamp } from '../workspace/timestamp.ts';
import { bearerToken } from './bearer-token.ts';
import { TOKEN_LENGTH, type Token, type Tokens } from './tokens.ts';

const callers = new WeakMap<FastifyRequest, Token>();

/** Finds out who is calling, or refuses with one of the three 401 messages. */
export function authenticate(request: FastifyRequest, tokens: Tokens): void {
  const header = request.headers.authorization;
  if (!header) throw refusals.noAuthorization();
  const secret = bearerToken(header) ?? '';
  if (secret.length !== TOKEN_LENGTH) throw refusals.wrongTokenLength();
  const token = tokens.find(secret);
  if (!token) throw refusals.unknownToken();
  callers.set(request, token);
}

/** Refuses a caller whose token lacks one of the scopes; `read-write` includes `read`. */
export function requireScopes(request: FastifyRequest, scopes: readonly string[]): void {
  const granted = callerOf(request).scope.split(/\s+/);
  for (const scope of scopes) {
    const isGranted = granted.includes(scope) || (scope.endsWith(':read') && granted.includes(`${scope}-write`));
    if (!isGranted) throw refusals.missingScope(scope);
  }
}

/** The caller of an authenticated request. */
export function callerOf(request: FastifyRequest): Token {
  const caller = callers.get(request);
  if (!caller) throw new Error('The request was not authenticated');
  return caller;
}

/** Who writes in this request, and when. */
export function writeOf(request: FastifyRequest, { now }: { now(): Date }): Write {
  return { actor: actorOf(request), at: timestamp(now()) };
}

/** The actor written to the values of this request. */
export function actorOf(request: FastifyRequest): Actor {
  const { actorType, clientId } = callerOf(request);
  return { type: actorType, id: clientId };
}
