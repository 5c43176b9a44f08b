import { filterRefusals } from '../errors/filter-refusals.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Collection } from '../workspace/collection.ts';
import { parentRecord } from '../workspace/parent-record.ts';
import type { Schema } from '../workspace/schema.ts';

/** An attribute a query names by slug or id: one of the collection's own or, on a list, the way to the parent records. */
export function askedAttribute(schema: Schema, collection: Collection, slugOrId: string): Attribute {
  const parent = collection.kind === 'list' ? parentRecord(collection, schema) : undefined;
  const attribute = parent?.slug === slugOrId ? parent : schema.attribute(collection, slugOrId);
  if (!attribute || attribute.isArchived) throw filterRefusals.unknownAttribute(slugOrId);
  return attribute;
}
