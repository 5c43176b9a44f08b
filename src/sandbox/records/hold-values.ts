import type { Sandbox } from '../sandbox.ts';
import { valueTypes } from '../values/registry.ts';
import type { Fields } from '../values/value-type.ts';
import type { Attribute } from '../workspace/attribute.ts';
import { mirrorReference, unmirrorReference } from './mirror-reference.ts';
import type { StoredRecord } from './stored-record.ts';
import { activeValues, addValue, endValue, moveValue, type StoredValue, type Write } from './stored-value.ts';

/** Gives a new record its first values of an attribute; there is nothing to compare them with. */
export function addFirstValues(
  sandbox: Sandbox,
  record: StoredRecord,
  attribute: Attribute,
  wanted: readonly Fields[],
  write: Write,
): void {
  wanted.forEach((fields, position) => {
    gain(sandbox, record, attribute, fields, position, write);
  });
}

/**
 * Makes an attribute hold exactly these values, and answers whether it held others. One that is held already is not
 * rewritten (seen in recordings).
 */
export function replaceValues(
  sandbox: Sandbox,
  record: StoredRecord,
  attribute: Attribute,
  wanted: readonly Fields[],
  write: Write,
): boolean {
  const held = activeValues(sandbox.store, record.key, attribute);
  const kept = new Set<StoredValue>();
  const placed = wanted.map((fields, position) => {
    const same = held.find((value) => isSame(value, fields, attribute));
    if (same) kept.add(same);
    return { fields, position, same };
  });
  for (const value of held) if (!kept.has(value)) lose(sandbox, record, attribute, value, write);
  for (const { fields, position, same } of placed) {
    if (same) moveValue(sandbox.store, same, position);
    else gain(sandbox, record, attribute, fields, position, write);
  }
  return kept.size < held.length || kept.size < wanted.length;
}

/** Puts values in front of those a multiselect attribute holds, and answers whether any is new to it. */
export function prependValues(
  sandbox: Sandbox,
  record: StoredRecord,
  attribute: Attribute,
  wanted: readonly Fields[],
  write: Write,
): boolean {
  const held = activeValues(sandbox.store, record.key, attribute);
  const added = wanted.filter((fields) => !held.some((value) => isSame(value, fields, attribute)));
  const first = Math.min(0, ...held.map((value) => value.position)) - added.length;
  added.forEach((fields, index) => {
    gain(sandbox, record, attribute, fields, first + index, write);
  });
  return added.length > 0;
}

function isSame(value: StoredValue, fields: Fields, attribute: Attribute): boolean {
  if (value.matchKey !== valueTypes[attribute.type].key(fields)) return false;
  // A single value with the same key may still differ (a name's parts, a long text); a list's members are their keys.
  return attribute.isMultiselect || JSON.stringify(value.fields) === JSON.stringify(fields);
}

function gain(
  sandbox: Sandbox,
  record: StoredRecord,
  attribute: Attribute,
  fields: Fields,
  position: number,
  write: Write,
): void {
  const matchKey = valueTypes[attribute.type].key(fields);
  addValue(sandbox.store, record.key, attribute, { position, matchKey, fields }, write);
  if (attribute.type === 'record-reference') mirrorReference(sandbox, record, attribute, fields, write);
}

function lose(sandbox: Sandbox, record: StoredRecord, attribute: Attribute, value: StoredValue, write: Write): void {
  endValue(sandbox.store, value, write);
  if (attribute.type === 'record-reference') unmirrorReference(sandbox, record, attribute, value.matchKey, write);
}
