import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Below this, compressing costs more than it saves. */
const minLength = 1_000;

/** What zlib calls fast; the document is made anew for every request (a level more costs twice the time for 2 %). */
const brotliQuality = 4;

const compressors = [
  ['br', (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } })],
  ['gzip', (text: string) => promisify(gzip)(text)],
] as const;

/**
 * Compresses documents and JSON; the built files have their own compressed twins. What is compressed holds no token or
 * other secret, and requests that a foreign page causes come without the session: there is nothing to guess by length.
 */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < minLength) return payload;
    reply.header('vary', 'accept-encoding');
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const [coding, compress] = compressors.find(([name]) => accepts(accepted, name)) ?? [];
    if (!coding || !compress) return payload;
    reply.header('content-encoding', coding).removeHeader('content-length');
    return compress(payload);
  });
}

/** Whether `Accept-Encoding` names a coding, and not by `q=0`. */
function accepts(header: string, coding: string): boolean {
  return header.split(',').some((part) => {
    const [name = '', quality = ''] = part.split(';');
    return name.trim().toLowerCase() === coding && !/^\s*q\s*=\s*0(\.0*)?\s*$/i.test(quality);
  });
}
