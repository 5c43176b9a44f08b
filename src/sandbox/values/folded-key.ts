import type { AttributeType } from '../workspace/attribute.ts';
import { valueTypes } from './registry.ts';
import type { Fields } from './value-type.ts';

/** Stands between a key and what else can be found in its value. */
export const KEY_END = '\u0001';

const searchable = new Map(
  Object.entries(valueTypes).flatMap(([type, { filter }]) => {
    const fields = Object.entries(filter.fields);
    const isFound = fields.some(([, field]) => field.keyed && field.operators.includes('$contains'));
    const within = fields.filter(([, field]) => field.withinKey).map(([name, field]) => field.stored ?? name);
    return isFound ? [[type, within]] : [];
  }),
);

/**
 * A value's key in lower case, where filters look for its beginning or for a part of it; null where none can. Fields that
 * should be parts of the key and are not (a full name need not be made of the others) follow it.
 */
export function foldedKey(type: AttributeType, matchKey: string, values: Fields): string | null {
  const within = searchable.get(type);
  if (!within) return null;
  const key = matchKey.toLowerCase();
  const others = within.map((name) => String(values[name] ?? '').toLowerCase()).filter((text) => !key.includes(text));
  return [key, ...others].join(KEY_END);
}
