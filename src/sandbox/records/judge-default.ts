import { ApiError } from '../errors/api-error.ts';
import { refusals } from '../errors/refusals.ts';
import type { Directory } from '../values/directory.ts';
import { isJsonObject } from '../values/written-form.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Collection } from '../workspace/collection.ts';
import { laterBy } from './later-by.ts';
import { judgeValues } from './written-values.ts';

/**
 * Judges the default value an attribute is to have (docs.attio.com/docs/default-values): none, the words or durations its
 * type knows, or values as they could be written. People and companies take none.
 */
export function judgeDefault(attribute: Attribute, collection: Collection, directory: Directory): void {
  const written = attribute.defaultValue;
  if (written === null) return;
  if (collection.kind === 'object' && (collection.slug === 'people' || collection.slug === 'companies')) throw unfit();
  const { type, template } = isJsonObject(written) ? written : {};
  if (type === 'dynamic' && isDynamic(attribute, template)) return;
  if (type !== 'static' || !Array.isArray(template)) throw unfit();
  if (attribute.type === 'record-reference') for (const element of template) refuseUnknownObject(element, directory);
  try {
    judgeValues(attribute.slug, template, attribute, directory);
  } catch (error) {
    throw error instanceof ApiError ? unfit() : error;
  }
}

function isDynamic({ type }: Attribute, template: unknown): boolean {
  if (type === 'actor-reference') return template === 'current-user';
  if (type !== 'date' && type !== 'timestamp') return false;
  return typeof template === 'string' && laterBy(new Date().toISOString(), template) !== undefined;
}

function refuseUnknownObject(element: unknown, { schema }: Directory): void {
  const name = isJsonObject(element) ? element.target_object : undefined;
  if (typeof name === 'string' && !schema.object(name)) throw refusals.objectOfDefaultNotFound(name);
}

function unfit(): ApiError {
  return refusals.invalidBody({ code: 'invalid', path: ['data', 'default_value'], message: 'Invalid input' });
}
