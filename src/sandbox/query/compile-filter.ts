import { filterRefusals } from '../errors/filter-refusals.ts';
import type { Directory } from '../values/directory.ts';
import { isJsonObject } from '../values/written-form.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Collection } from '../workspace/collection.ts';
import { askedAttribute } from './asked-attribute.ts';
import { attributePath } from './attribute-path.ts';
import { amongKeys, type Condition, joined } from './condition.ts';
import { valueCondition } from './value-condition.ts';
import { leadsTo, recordsWith } from './value-source.ts';

// Deeper or wider filters than anybody writes would only overrun SQLite's own limits (assumed).
const MAX_DEPTH = 20;
const MAX_CONDITIONS = 200;

/**
 * Compiles a filter (docs.attio.com/rest-api/guides/filtering-and-sorting) to SQL over `records r`: shorthand and verbose
 * conditions, `$and`, `$or`, `$not`, and drill-down by `path`.
 */
export function compileFilter(filter: Record<string, unknown>, collection: Collection, directory: Directory): Condition {
  let conditions = 0;

  const compile = (part: unknown, depth: number): Condition => {
    if (!isJsonObject(part)) throw filterRefusals.invalid('A filter is an object.');
    if (depth > MAX_DEPTH) throw filterRefusals.invalid('The filter is nested too deeply.');
    if ('path' in part) return byPath(part, collection, directory);
    return joined(
      Object.entries(part).map(([key, value]) => entry(key, value, depth)),
      'AND',
    );
  };

  const entry = (key: string, value: unknown, depth: number): Condition => {
    conditions += 1;
    if (conditions > MAX_CONDITIONS) throw filterRefusals.invalid('The filter has too many conditions.');
    if (key === '$and' || key === '$or') {
      if (!Array.isArray(value)) throw filterRefusals.invalid(`${key} takes a list.`);
      return joined(
        value.map((part) => compile(part, depth + 1)),
        key === '$and' ? 'AND' : 'OR',
      );
    }
    if (key === '$not') return negated(value, depth);
    const attribute = askedAttribute(directory.schema, collection, key);
    return onRecord(attribute, valueCondition(attribute, value, directory));
  };

  /** `$not` wraps a condition on attributes; logic inside it is refused as an unknown attribute (seen on the wire). */
  const negated = (value: unknown, depth: number): Condition => {
    const logic = isJsonObject(value) ? Object.keys(value).find((key) => key.startsWith('$')) : undefined;
    if (logic) throw filterRefusals.unknownAttribute(logic);
    const { sql, parameters } = compile(value, depth + 1);
    return { sql: `NOT ${sql}`, parameters };
  };

  return compile(filter, 0);
}

function onRecord(attribute: Attribute, condition: Condition): Condition {
  const { sql, parameters } = recordsWith(attribute, condition);
  return amongKeys(sql, parameters);
}

/** `{path: [["deals", "associated_company"], ["companies", "domains"]], constraints: {…}}` */
function byPath(part: Record<string, unknown>, collection: Collection, directory: Directory): Condition {
  const path = attributePath(part.path, collection, directory.schema);
  const condition = path.reduceRight<Condition | undefined>((inner, attribute) => {
    const own = inner
      ? { sql: leadsTo(attribute, inner.sql), parameters: inner.parameters }
      : valueCondition(attribute, part.constraints, directory);
    return recordsWith(attribute, own);
  }, undefined);
  if (!condition) throw filterRefusals.invalid('A path needs at least one step.');
  return amongKeys(condition.sql, condition.parameters);
}
