import { inEntryValues } from '../errors/in-entry-values.ts';
import { refusals } from '../errors/refusals.ts';
import type { Directory } from '../values/directory.ts';
import { valueTypes } from '../values/registry.ts';
import type { Fields, PendingValue } from '../values/value-type.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Collection } from '../workspace/collection.ts';

/** What a request wants each attribute to hold; an empty list clears it. */
export type WrittenValues = ReadonlyMap<Attribute, readonly Fields[]>;

/**
 * Judges the `values` of a request in the order the real service is assumed to: every key, then every form, then every
 * reference. Nothing is written here.
 */
export function readWrittenValues(written: Record<string, unknown>, collection: Collection, directory: Directory): WrittenValues {
  try {
    return judged(written, collection, directory);
  } catch (error) {
    throw collection.kind === 'list' ? inEntryValues(error) : error;
  }
}

function judged(written: Record<string, unknown>, collection: Collection, directory: Directory): WrittenValues {
  const keyed = Object.entries(written).map(([key, value]) => ({
    key,
    value,
    attribute: writableAttribute(key, collection, directory),
  }));
  const seen = new Set<Attribute>();
  for (const { attribute } of keyed) {
    if (seen.has(attribute)) throw refusals.duplicateValues(attribute);
    seen.add(attribute);
  }
  const pending = keyed.map(({ key, value, attribute }) => [attribute, judgeForm(key, value, attribute)] as const);
  return new Map(pending.map(([attribute, values]) => [attribute, settle(attribute, values, directory)]));
}

/** Judges what is written for one attribute: form, then references. */
export function judgeValues(key: string, value: unknown, attribute: Attribute, directory: Directory): Fields[] {
  return settle(attribute, judgeForm(key, value, attribute), directory);
}

function writableAttribute(key: string, collection: Collection, directory: Directory): Attribute {
  const attribute = directory.schema.attribute(collection, key);
  if (!attribute || attribute.isArchived) throw refusals.unknownAttribute(key);
  if (!attribute.isWritable) throw refusals.readOnlyAttribute(attribute);
  return attribute;
}

function judgeForm(key: string, value: unknown, attribute: Attribute): PendingValue[] {
  if (value === null || value === undefined) throw refusals.invalidJsonKind(key);
  if (attribute.isMultiselect && !Array.isArray(value)) throw refusals.scalarForMultiselect(attribute);
  const elements: unknown[] = Array.isArray(value) ? value : [value];
  if (elements.some((element) => element === null || Array.isArray(element))) throw refusals.invalidJsonKind(key);
  if (!attribute.isMultiselect && elements.length > 1) throw refusals.severalForSingle(attribute);
  const filled = elements.filter((element) => !isEmptyText(element, attribute));
  return filled.map((element) => valueTypes[attribute.type].parse(element, attribute));
}

/** An empty text says the same as no value (assumed), so that a required name cannot be "". */
function isEmptyText(element: unknown, attribute: Attribute): boolean {
  if (attribute.type === 'location' || attribute.type === 'personal-name')
    return typeof element === 'string' && /^[\s,]*$/.test(element);
  if (attribute.type !== 'text') return false;
  return element === '' || (typeof element === 'object' && element !== null && 'value' in element && element.value === '');
}

function settle(attribute: Attribute, values: readonly PendingValue[], directory: Directory): Fields[] {
  const settled = values.map((value) => value(directory));
  const keys = new Set(settled.map((fields) => valueTypes[attribute.type].key(fields)));
  if (keys.size < settled.length) throw refusals.duplicateValues(attribute);
  return settled;
}
