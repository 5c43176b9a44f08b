import { filterRefusals } from '../errors/filter-refusals.ts';
import { isSystemValue } from '../records/system-value.ts';
import type { Directory } from '../values/directory.ts';
import type { FilterField, Operator } from '../values/filter-field.ts';
import { valueTypes } from '../values/registry.ts';
import { textKey } from '../values/text-key.ts';
import { isJsonObject } from '../values/written-form.ts';
import type { Attribute } from '../workspace/attribute.ts';
import { type Condition, joined } from './condition.ts';
import { inJson, textCondition, withinKey } from './text-condition.ts';
import { activeFromExpression, fieldExpression } from './value-source.ts';

const COMPARISON: Partial<Record<Operator, string>> = { $lt: '<', $lte: '<=', $gt: '>', $gte: '>=' };

/** Compiles what a filter says about one attribute: a scalar, `{$operator: …}`, or `{field: scalar | {$operator: …}}`. */
export function valueCondition(attribute: Attribute, constraint: unknown, directory: Directory): Condition {
  const { fields, notEmpty } = valueTypes[attribute.type].filter;
  if (!isJsonObject(constraint)) return mainCondition(attribute, { $eq: constraint }, directory);
  const keys = Object.keys(constraint);
  if (keys.length === 0) throw filterRefusals.invalid(`Nothing is asked of attribute "${attribute.slug}".`);
  if (keys.every((key) => key.startsWith('$'))) return mainCondition(attribute, constraint, directory);
  requireActorPair(attribute, keys);
  return joined(
    keys.map((key) => {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (!field) throw key.startsWith('$') ? filterRefusals.operator(key) : filterRefusals.field(key);
      const asked = constraint[key];
      const operations = isJsonObject(asked) ? asked : { $eq: asked };
      const { $not_empty: asksForAny, ...others } = operations;
      if (!notEmpty || asksForAny === undefined) return fieldCondition(attribute, key, field, operations, directory);
      requireTrue(asksForAny);
      return joined([filledCondition(attribute, key, field), fieldCondition(attribute, key, field, others, directory)], 'AND');
    }),
    'AND',
  );
}

function mainCondition(attribute: Attribute, operations: Record<string, unknown>, directory: Directory): Condition {
  const { fields, main, notEmpty } = valueTypes[attribute.type].filter;
  if (notEmpty && '$not_empty' in operations) return notEmptyCondition(operations);
  const field = main === undefined ? undefined : fields[main];
  if (main === undefined || !field) {
    const operator = Object.keys(operations).find((key) => key !== '$eq');
    throw operator ? filterRefusals.operator(operator) : filterRefusals.invalid(`Name a field of attribute "${attribute.slug}".`);
  }
  return fieldCondition(attribute, main, field, operations, directory);
}

/** Any active value will do, so there is nothing more to ask of it. */
function notEmptyCondition(operations: Record<string, unknown>): Condition {
  requireTrue(Object.keys(operations).length === 1 && operations.$not_empty);
  return { sql: '1', parameters: [] };
}

/** A name may have an empty part, and a place none at all. */
function filledCondition(attribute: Attribute, name: string, field: FilterField): Condition {
  return { sql: `coalesce(${expressionOf(attribute, name, field)}, '') <> ''`, parameters: [] };
}

function requireTrue(asked: unknown): void {
  if (asked !== true) throw filterRefusals.invalid('$not_empty takes only true.');
}

function expressionOf(attribute: Attribute, name: string, field: FilterField): string {
  return field.activeFrom ? activeFromExpression(attribute) : fieldExpression(attribute, field.stored ?? name);
}

function fieldCondition(
  attribute: Attribute,
  name: string,
  field: FilterField,
  operations: Record<string, unknown>,
  directory: Directory,
): Condition {
  const conditions = Object.entries(operations).map(([operator, written]) => {
    const allowed = field.operators.find((candidate) => candidate === operator);
    if (!allowed) throw filterRefusals.operator(operator);
    const values: unknown[] = allowed === '$in' && Array.isArray(written) ? written : [written];
    if (allowed === '$in' && !Array.isArray(written)) throw filterRefusals.invalid('$in takes a list.');
    const operands = values.map((value) => {
      const operand = field.operand(value, attribute, directory, allowed);
      if (operand === undefined) throw filterRefusals.invalid(`Invalid value for attribute "${attribute.slug}".`);
      return typeof operand === 'boolean' ? Number(operand) : operand;
    });
    return operation(attribute, name, field, allowed, operands);
  });
  return joined(conditions, 'AND');
}

function operation(
  attribute: Attribute,
  name: string,
  field: FilterField,
  operator: Operator,
  operands: readonly (string | number)[],
): Condition {
  const [operand = ''] = operands;
  const matches = textCondition(attribute, name, field, operator, String(operand));
  if (matches) return matches;
  const expression = expressionOf(attribute, name, field);
  if (COMPARISON[operator]) return { sql: `${expression} ${COMPARISON[operator]} ?`, parameters: [operand] };
  const exact = oneOf(expression, operands);
  const isPlainText = typeof operand === 'string' && operands.length === 1 && !field.activeFrom;
  if (isSystemValue(attribute)) return exact;
  if (field.withinKey) return withinKey(String(operand), exact);
  if (!field.keyed) return isPlainText ? inJson('v.fields', operand, exact) : exact;
  // The index finds the few candidates before their fields are compared.
  const keys = operands.map((value) => textKey(String(value)));
  return joined([oneOf('v.match_key', keys), exact], 'AND');
}

function oneOf(expression: string, operands: readonly (string | number)[]): Condition {
  return { sql: `${expression} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(operands)] };
}

/** An actor is named by type and id together (docs.attio.com/docs/attribute-types/attribute-types-actor-reference). */
function requireActorPair(attribute: Attribute, keys: readonly string[]): void {
  const isPair = keys.includes('referenced_actor_type') && keys.includes('referenced_actor_id');
  if (attribute.type === 'actor-reference' && keys.some((key) => key.startsWith('referenced_actor_')) && !isPair) {
    throw filterRefusals.invalid('referenced_actor_type and referenced_actor_id go together.');
  }
}
