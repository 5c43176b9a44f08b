import type { Store } from '../storage/store.ts';
import { foldedKey } from '../values/folded-key.ts';
import type { Fields } from '../values/value-type.ts';
import type { Actor } from '../workspace/actor.ts';
import type { Attribute } from '../workspace/attribute.ts';

/** One value a record holds or once held. */
export type StoredValue = {
  key: number;
  recordKey: number;
  attributeKey: number;
  position: number;
  matchKey: string;
  fields: Fields;
  activeFrom: string;
  /** When it was overwritten or taken away; null while it is held. */
  activeUntil: string | null;
  actor: Actor;
};

/** Who writes, and when: the same for all values of one request. */
export type Write = { actor: Actor; at: string };

type ValueRow = {
  key: number;
  record_key: number;
  attribute_key: number;
  position: number;
  fields: string;
  match_key: string;
  active_from: string;
  active_until: string | null;
  actor_type: Actor['type'];
  actor_id: string | null;
};

function valueFromRow(row: ValueRow): StoredValue {
  return {
    key: row.key,
    recordKey: row.record_key,
    attributeKey: row.attribute_key,
    position: row.position,
    matchKey: row.match_key,
    fields: JSON.parse(row.fields) as Fields,
    activeFrom: row.active_from,
    activeUntil: row.active_until,
    actor: { type: row.actor_type, id: row.actor_id },
  };
}

/** The active values of one attribute of a record, in order. */
export function activeValues(store: Store, recordKey: number, attribute: Attribute): StoredValue[] {
  const sql =
    'SELECT * FROM attribute_values WHERE record_key = ? AND attribute_key = ? AND active_until IS NULL ORDER BY position, key';
  return store.all<ValueRow>(sql, recordKey, attribute.key).map(valueFromRow);
}

/** Every value an attribute of a record holds or once held, oldest first. */
export function valuesEver(store: Store, recordKey: number, attribute: Attribute): StoredValue[] {
  const sql = 'SELECT * FROM attribute_values WHERE record_key = ? AND attribute_key = ? ORDER BY active_from, position, key';
  return store.all<ValueRow>(sql, recordKey, attribute.key).map(valueFromRow);
}

/** The active values of many records at once, each attribute's in order. */
export function activeValuesOf(store: Store, recordKeys: readonly number[]): StoredValue[] {
  const sql = `SELECT * FROM attribute_values
    WHERE active_until IS NULL AND record_key IN (SELECT value FROM json_each(?))
    ORDER BY record_key, attribute_key, position, key`;
  return store.all<ValueRow>(sql, JSON.stringify(recordKeys)).map(valueFromRow);
}

/** Makes a value active. */
export function addValue(
  store: Store,
  recordKey: number,
  attribute: Attribute,
  value: { position: number; matchKey: string; fields: Fields },
  write: Write,
): void {
  const { fields, folded, foldedKey } = storedForms(attribute, value.matchKey, value.fields);
  store.run(
    `INSERT INTO attribute_values
      (record_key, attribute_key, position, fields, folded, match_key, folded_key, is_unique, active_from, actor_type, actor_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    recordKey,
    attribute.key,
    value.position,
    fields,
    folded,
    value.matchKey,
    foldedKey,
    Number(attribute.isUnique),
    write.at,
    write.actor.type,
    write.actor.id,
  );
}

/** A value's columns: its fields, and what filters that ignore case look at where it differs or is looked up. */
export function storedForms(
  attribute: Attribute,
  matchKey: string,
  values: Fields,
): { fields: string; folded: string | null; foldedKey: string | null } {
  const fields = JSON.stringify(values);
  const folded = fields.toLowerCase();
  return { fields, folded: folded === fields ? null : folded, foldedKey: foldedKey(attribute.type, matchKey, values) };
}

/** Turns a value into history. */
export function endValue(store: Store, value: StoredValue, write: Write): void {
  store.run('UPDATE attribute_values SET active_until = ? WHERE key = ?', write.at, value.key);
}

/** Gives a value another place among its siblings. */
export function moveValue(store: Store, value: StoredValue, position: number): void {
  if (value.position === position) return;
  store.run('UPDATE attribute_values SET position = ? WHERE key = ?', position, value.key);
}
