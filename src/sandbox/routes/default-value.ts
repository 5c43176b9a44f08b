import type { BodyReader } from '../http/body-reader.ts';
import { isJsonObject } from '../values/written-form.ts';

const DURATION = /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;

/**
 * Reads a `default_value`: none, `{type: 'dynamic', template}` with `current-user` or an ISO 8601 duration, or
 * `{type: 'static', template: [values]}` (docs.attio.com/docs/default-values).
 */
export function defaultValue(reader: BodyReader, written: unknown): unknown {
  if (written === null) return null;
  const path = ['data', 'default_value'];
  const { type, template } = reader.object(written, path);
  if (!isJsonObject(written)) return null;
  reader.onlyKeys(written, ['type', 'template'], path);
  reader.oneOf(type, ['dynamic', 'static'], [...path, 'type']);
  if (type === 'static') reader.array(template, [...path, 'template']);
  if (type === 'dynamic') {
    const text = reader.string(template, [...path, 'template']);
    if (typeof template === 'string' && text !== 'current-user' && !DURATION.test(text)) reader.invalid([...path, 'template']);
  }
  return { type, template };
}
