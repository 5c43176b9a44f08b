import { isUtf8 } from 'node:buffer';
import { refusals } from '../errors/refusals.ts';
import { jsonExcess } from './json-excess.ts';

// One text value may have 10 MB; the envelope around it needs a little more.
const LIMIT = 11 * 1024 * 1024;

/**
 * Reads a JSON body and refuses what could do harm further in: the key that reaches for a prototype, absurd nesting, and
 * text no database or browser can keep (lone surrogates, NULs). What the real service does with those is not known. Other
 * names that every object inherits are keys like any other, so whoever looks up what a client wrote asks for own ones.
 */
export function parseJsonBody(bytes: Buffer): unknown {
  if (bytes.length > LIMIT) throw refusals.bodyTooLarge();
  if (!isUtf8(bytes)) throw refusals.unreadableBody('it is not UTF-8.');
  const body = bytes.toString();
  if (body.trim() === '') return undefined;
  const excess = jsonExcess(body);
  if (excess) throw refusals.unreadableBody(excess);
  const parsed = parse(body);
  refuseHarm(parsed);
  return parsed;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw refusals.unreadableBody('it cannot be parsed.');
  }
}

function refuseHarm(value: unknown): void {
  if (typeof value === 'string') refuseBrokenText(value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__') throw refusals.unreadableBody(`the key "${key}" is not allowed.`);
    refuseBrokenText(key);
    refuseHarm(inner);
  }
}

function refuseBrokenText(text: string): void {
  if (text.includes('\0')) throw refusals.unreadableBody('text must not contain NUL.');
  if (/\p{Surrogate}/u.test(text)) throw refusals.unreadableBody('text contains half a surrogate pair.');
}
