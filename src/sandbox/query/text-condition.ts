import { isSystemValue } from '../records/system-value.ts';
import type { FilterField, Operator } from '../values/filter-field.ts';
import { KEY_END } from '../values/folded-key.ts';
import type { Attribute } from '../workspace/attribute.ts';
import { type Condition, joined } from './condition.ts';
import { foldedExpression } from './value-source.ts';

// A key of so few characters is the whole text: where a text is cut short (values/text-key.ts), what is left of it are 192
// UTF-16 units, at least 96 characters, and 64 of a hash follow.
const WHOLE_BELOW = 160;
const CERTAIN_BEGINNING = 96;

const MATCH: Partial<Record<Operator, (expression: string) => string>> = {
  $contains: (expression) => `instr(${expression}, ?) > 0`,
  $starts_with: (expression) => `substr(${expression}, 1, length(?)) = ?`,
  $ends_with: (expression) => `substr(${expression}, -length(?)) = ?`,
};

/**
 * Compiles an operator that ignores case and looks for a part of a text; undefined for other operators. Where the text is
 * the value's key, only the index of keys is read, unless it does not hold the text as it is.
 */
export function textCondition(
  attribute: Attribute,
  name: string,
  field: FilterField,
  operator: Operator,
  operand: string,
): Condition | undefined {
  const match = MATCH[operator];
  if (!match) return undefined;
  const wanted = operand.toLowerCase();
  const whole = foldedExpression(attribute, field.stored ?? name);
  if (isSystemValue(attribute)) return filled(match(whole), wanted);
  if (field.withinKey) return withinKey(wanted, filled(match(whole), wanted));
  if (!field.keyed) return inJson('coalesce(v.folded, v.fields)', wanted, filled(match(whole), wanted));
  const isWhole = `length(v.folded_key) < ${WHOLE_BELOW} AND instr(v.folded_key, '${KEY_END}') = 0`;
  const text = `CASE WHEN ${isWhole} THEN v.folded_key ELSE ${whole} END`;
  const found: Condition = { ...filled(match(text), wanted), readsFoldedKeys: true };
  return operator === '$starts_with' ? joined([beginsWith(wanted), found], 'AND') : found;
}

/** A condition on a field that is a part of its value's key, asked only where the key contains `part`. */
export function withinKey(part: string, condition: Condition): Condition {
  const candidate: Condition = { sql: 'instr(v.folded_key, ?) > 0', parameters: [part.toLowerCase()] };
  return { ...joined([candidate, condition], 'AND'), readsFoldedKeys: true };
}

/** A condition on a text field, asked only where the value's JSON contains the text at all: that is told far sooner. */
export function inJson(json: string, text: string, condition: Condition): Condition {
  const candidate: Condition = { sql: `instr(${json}, ?) > 0`, parameters: [JSON.stringify(text).slice(1, -1)] };
  return joined([candidate, condition], 'AND');
}

/** The stretch of the index in which keys with a beginning stand. */
function beginsWith(wanted: string): Condition {
  // Half a character, which is what may be left at the end, has no place in the order.
  const beginning = wanted.slice(0, CERTAIN_BEGINNING).replace(/[\ud800-\udbff]$/, '');
  const sql = 'v.folded_key >= ? AND v.folded_key < ? || char(1114111)';
  return { sql, parameters: [beginning, beginning], readsFoldedKeys: true };
}

const filled = (sql: string, operand: string): Condition => ({
  sql,
  parameters: Array.from(sql.matchAll(/\?/g), () => operand),
});
