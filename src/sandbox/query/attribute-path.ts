import { filterRefusals } from '../errors/filter-refusals.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Collection } from '../workspace/collection.ts';
import type { Schema } from '../workspace/schema.ts';
import { askedAttribute } from './asked-attribute.ts';

/**
 * Reads `[["deals", "associated_company"], ["companies", "domains"]]`: references all the way to the last attribute. The
 * first step is of the object or list that is queried; on a list it may be `parent_record`.
 */
export function attributePath(written: unknown, start: Collection, schema: Schema): Attribute[] {
  if (!Array.isArray(written) || written.length === 0 || written.length > 5)
    throw filterRefusals.invalid('path is a list of pairs.');
  return written.map((step: unknown, index) => {
    const [name, attributeName]: unknown[] = Array.isArray(step) && step.length === 2 ? step : [];
    if (typeof name !== 'string' || typeof attributeName !== 'string') throw filterRefusals.invalid('path is a list of pairs.');
    const isStart = name === start.slug || name === start.id;
    const collection = index === 0 ? isStart && start : schema.object(name);
    if (!collection) throw filterRefusals.invalid(`The path cannot go over "${name}".`);
    const attribute = askedAttribute(schema, collection, attributeName);
    const isLast = index === written.length - 1;
    if (!isLast && attribute.type !== 'record-reference')
      throw filterRefusals.invalid(`"${attributeName}" leads to no other record.`);
    return attribute;
  });
}
