import * as z from 'zod/mini';
import { t } from '../words/t.ts';
import { ProblemError, problemWords } from './problem.ts';
import { scanJson } from './scan-json.ts';

/** `application/json`, alone or with the one charset that JSON may have (RFC 8259, section 8.1). */
const jsonContentType = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?;?$/i;

/**
 * The JSON of a request body, judged before anything looks into it.
 * @throws ProblemError `unsupported_media_type`, `malformed_json`, `too_deep`, `too_many_keys`, `duplicate_key` or `forbidden_key`.
 */
export function readRequestJson(contentType: string | undefined, body: unknown, limits: { maxKeys?: number } = {}): unknown {
  if (!jsonContentType.test(contentType?.trim() ?? '')) throw new ProblemError('unsupported_media_type');
  if (!Buffer.isBuffer(body) || body.length === 0) {
    throw new ProblemError('malformed_json', { detail: t('server.emptyBody') });
  }
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    value = JSON.parse(text);
  } catch {
    throw new ProblemError('malformed_json');
  }
  const fault = scanJson(text, limits.maxKeys);
  if (fault) {
    const { code, detail, key } = fault;
    const errors = key === undefined ? undefined : [{ field: key.slice(0, 100), code, message: problemWords(code) }];
    throw new ProblemError(code, { detail, errors });
  }
  return value;
}

/**
 * Judges the envelope of a request; unknown keys are named, never dropped.
 * @throws ProblemError `invalid_request` with every key at fault.
 */
export function parseRequest<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: key, code: 'unknown_field', message: t('server.unknownKey') }))
      : [{ field: issue.path.join('.'), code: 'invalid', message: t('server.invalidPart') }],
  );
  throw new ProblemError('invalid_request', { errors });
}
