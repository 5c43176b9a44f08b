/** A piece of SQL that is true or false, with the parameters it needs. */
export type Condition = {
  sql: string;
  parameters: (string | number | null)[];
  /** Whether it is about a value's folded key above all, and so best met by going through the index of these. */
  readsFoldedKeys?: true;
  /** Whether it is that a record's key is among those which this SELECT finds. */
  keys?: string;
};

/** Joins conditions; none at all is true. */
export function joined(conditions: readonly Condition[], operator: 'AND' | 'OR'): Condition {
  const [only, ...others] = conditions;
  if (!only) return { sql: operator === 'AND' ? '1' : '0', parameters: [] };
  if (others.length === 0) return only;
  const parameters = conditions.flatMap((condition) => condition.parameters);
  const selects = conditions.flatMap(({ keys }) => keys ?? []);
  // One list of keys to look up; otherwise every record would be held against every list.
  if (operator === 'OR' && selects.length === conditions.length) return amongKeys(selects.join(' UNION '), parameters);
  return {
    sql: `(${conditions.map((condition) => condition.sql).join(` ${operator} `)})`,
    parameters,
    ...(conditions.every((condition) => condition.readsFoldedKeys) ? { readsFoldedKeys: true } : {}),
  };
}

/** That a record `r` is one of those whose keys a SELECT finds. */
export function amongKeys(select: string, parameters: Condition['parameters']): Condition {
  return { sql: `r.key IN (${select})`, parameters, keys: select };
}
