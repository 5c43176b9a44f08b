import { randomUUID } from 'node:crypto';
import type { Attribute } from './attribute.ts';

/** A new attribute: what must be said of it, and what may be. */
export type NewAttribute = Pick<Attribute, 'objectKey' | 'slug' | 'title' | 'type' | 'createdAt'> & Partial<Attribute>;

/** A new attribute with all that was not said: optional, writable, single, without default, and not stored yet. */
export function wholeAttribute(attribute: NewAttribute): Attribute {
  return {
    key: 0,
    id: randomUUID(),
    description: null,
    isSystem: false,
    isWritable: true,
    isRequired: false,
    isUnique: false,
    isMultiselect: false,
    isArchived: false,
    defaultValue: null,
    relationshipId: null,
    currencyCode: null,
    displayType: null,
    allowedObjectIds: null,
    ...attribute,
  };
}
