import { BodyReader } from '../http/body-reader.ts';

/** The `values` of `{data: {values: {…}}}`, the body of every record write. */
export function recordBody(body: unknown): Record<string, unknown> {
  const reader = new BodyReader();
  const root = reader.object(body, []);
  const data = reader.object(root.data, ['data']);
  const values = reader.object(data.values, ['data', 'values']);
  // Refused since the official document of autumn 2026 (additionalProperties: false).
  reader.onlyKeys(data, ['values'], ['data']);
  reader.finish();
  return values;
}
