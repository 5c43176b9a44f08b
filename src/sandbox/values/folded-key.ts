import type { AttributeType } from '../workspace/attribute.ts';
import { valueTypes } from './registry.ts';

const searchable = new Set(
  Object.entries(valueTypes)
    .filter(([, { filter }]) =>
      Object.values(filter.fields).some((field) => field.keyed && field.operators.includes('$contains')),
    )
    .map(([type]) => type),
);

/** A value's key in lower case, where filters look for its beginning or for a part of it; null where none can. */
export function foldedKey(type: AttributeType, matchKey: string): string | null {
  return searchable.has(type) ? matchKey.toLowerCase() : null;
}
