import { filterRefusals } from '../errors/filter-refusals.ts';
import { isSystemValue } from '../records/system-value.ts';
import type { Directory } from '../values/directory.ts';
import { valueTypes } from '../values/registry.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Collection } from '../workspace/collection.ts';
import { askedAttribute } from './asked-attribute.ts';
import { attributePath } from './attribute-path.ts';
import type { Condition } from './condition.ts';
import { fieldExpression, foldedExpression } from './value-source.ts';

/** One entry of `sorts`, its shape already judged. */
export type Sort = { direction: 'asc' | 'desc'; attribute?: string; path?: unknown; field?: string };

/** Compiles `sorts` to the ORDER BY of a query over `records r`. Records without the value come last (assumed). */
export function compileSorts(
  sorts: readonly Sort[],
  collection: Collection,
  directory: Directory,
  isFiltered: boolean,
): Condition {
  const compiled = sorts.map((sort) => {
    const path = sort.path === undefined ? [] : attributePath(sort.path, collection, directory.schema);
    const named = sort.attribute === undefined ? [] : [askedAttribute(directory.schema, collection, sort.attribute)];
    const { sql, parameters } = sortExpression([...named, ...path], sort.field, isFiltered);
    return { sql: `${sql} ${sort.direction === 'asc' ? 'ASC' : 'DESC'} NULLS LAST`, parameters };
  });
  // Newest first is the order seen in a recording of two records; assumed to be the rule.
  return {
    sql: [...compiled.map(({ sql }) => sql), 'r.key DESC'].join(', '),
    parameters: compiled.flatMap(({ parameters }) => parameters),
  };
}

/** The first value's field, or that of the record it leads to. */
function sortExpression(steps: readonly Attribute[], field: string | undefined, isFiltered: boolean): Condition {
  const last = steps.at(-1);
  if (!last) throw filterRefusals.invalid('A sort needs an attribute or a path.');
  const records = steps.slice(0, -1).reduce<Condition>(followed, { sql: 'r.key', parameters: [] });
  const own = ownExpression(last, field);
  if (isSystemValue(last)) {
    // The plus keeps the few records of a filter from being looked for along the index of all.
    if (steps.length === 1) return { sql: own.replace('s.', isFiltered ? '+r.' : 'r.'), parameters: [] };
    return { sql: `(SELECT ${own} FROM records s WHERE s.key IN (${records.sql}) LIMIT 1)`, parameters: records.parameters };
  }
  return {
    sql: `(SELECT ${own} FROM attribute_values v WHERE v.record_key IN (${records.sql})
      AND v.attribute_key = ? AND v.active_until IS NULL ORDER BY v.position, v.key LIMIT 1)`,
    parameters: [...records.parameters, last.key],
  };
}

/** The keys of the records an attribute of some records refers to. */
function followed(records: Condition, attribute: Attribute): Condition {
  if (isSystemValue(attribute)) {
    return { sql: `SELECT s.parent_key FROM records s WHERE s.key IN (${records.sql})`, parameters: records.parameters };
  }
  return {
    sql: `SELECT t.key FROM records t WHERE t.record_id IN (SELECT v.match_key FROM attribute_values v
      WHERE v.record_key IN (${records.sql}) AND v.attribute_key = ? AND v.active_until IS NULL)`,
    parameters: [...records.parameters, attribute.key],
  };
}

function ownExpression(attribute: Attribute, field: string | undefined): string {
  const { fields, main } = valueTypes[attribute.type].filter;
  const name = field ?? main;
  if (name === undefined) throw filterRefusals.missingSortField(attribute.slug);
  const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!known) throw filterRefusals.field(name);
  // Statuses and options sort in their own order, as in a pipeline (assumed).
  if (known.keyed && known.stored) return '(SELECT c.key FROM choices c WHERE c.choice_id = v.match_key)';
  const isText = known.operators.includes('$contains');
  return isText ? foldedExpression(attribute, name) : fieldExpression(attribute, name);
}
