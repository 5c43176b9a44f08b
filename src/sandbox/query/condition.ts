/** A piece of SQL that is true or false, with the parameters it needs. */
export type Condition = { sql: string; parameters: (string | number | null)[] };

/** Joins conditions; none at all is true. */
export function joined(conditions: readonly Condition[], operator: 'AND' | 'OR'): Condition {
  if (conditions.length === 0) return { sql: operator === 'AND' ? '1' : '0', parameters: [] };
  return {
    sql: `(${conditions.map((condition) => condition.sql).join(` ${operator} `)})`,
    parameters: conditions.flatMap((condition) => condition.parameters),
  };
}
