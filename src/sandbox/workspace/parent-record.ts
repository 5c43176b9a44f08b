import type { Attribute } from './attribute.ts';
import type { Schema } from './schema.ts';
import { wholeAttribute } from './whole-attribute.ts';
import type { WorkspaceList } from './workspace-list.ts';

/** The name that leads from an entry to its record (docs.attio.com/rest-api/guides/filtering-and-sorting). */
export const PARENT_RECORD = 'parent_record';

/**
 * What leads from the entries of a list to their records. Queries may name it like an attribute, yet the list does not
 * show it among its attributes, nor the entry among its values (a user's report of a list with system attributes only).
 */
export function parentRecord(list: WorkspaceList, schema: Schema): Attribute {
  return wholeAttribute({
    id: PARENT_RECORD,
    objectKey: list.key,
    slug: PARENT_RECORD,
    title: 'Parent record',
    type: 'record-reference',
    isSystem: true,
    isWritable: false,
    isRequired: true,
    allowedObjectIds: [schema.objectByKey(list.parentKey).id],
    createdAt: list.createdAt,
  });
}
