import type { FastifyRequest } from 'fastify';
import { antiForgeryHeader } from '../contract/paths.ts';
import { ProblemError } from './problem.ts';

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD';

/**
 * Refuses a request whose `Host` is not our public address: a foreign name that resolves to us (DNS rebinding) would
 * otherwise be "same-origin" to the page that an attacker serves under it.
 * @throws ProblemError `foreign_host`
 */
export function requireOwnHost(request: FastifyRequest, publicUrl: string): void {
  if (request.headers.host?.toLowerCase() !== new URL(publicUrl).host) throw new ProblemError('foreign_host');
}

/**
 * Refuses a request that another site may have caused: an exact `Origin` where the browser sends one, required when
 * something is to change, and no `Sec-Fetch-Site` but our own.
 * @throws ProblemError `foreign_host`, `foreign_origin` or `foreign_site`
 */
export function requireSameOrigin(request: FastifyRequest, publicUrl: string): void {
  requireOwnHost(request, publicUrl);
  const { origin } = request.headers;
  if (origin === undefined ? !isSafe(request.method) : origin !== publicUrl) throw new ProblemError('foreign_origin');
  const site = request.headers['sec-fetch-site'];
  const allowed = site === undefined || site === 'same-origin' || (site === 'none' && isSafe(request.method));
  if (!allowed) throw new ProblemError('foreign_site');
}

/**
 * Refuses a call without the header that a foreign page cannot add without a preflight, which is never granted.
 * @throws ProblemError `missing_header`
 */
export function requireOwnHeader(request: FastifyRequest): void {
  if (request.headers[antiForgeryHeader.name] !== antiForgeryHeader.value) throw new ProblemError('missing_header');
}
