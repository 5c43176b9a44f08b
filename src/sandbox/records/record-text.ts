import type { Directory } from '../values/directory.ts';
import { valueTypes } from '../values/registry.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import type { StoredValue } from './stored-value.ts';

// What a record is called, best first.
const NAMING = ['name', 'title', 'email_addresses', 'domains'];

/** What a person would call a record, from its active values. */
export function recordText(object: WorkspaceObject, values: readonly StoredValue[], directory: Directory): string {
  for (const slug of NAMING) {
    const attribute = directory.schema.attribute(object, slug);
    const value = attribute && values.find((candidate) => candidate.attributeKey === attribute.key);
    const text = value && valueTypes[attribute.type].words(value.fields, attribute, directory).text;
    if (text) return text;
  }
  return `Unnamed ${object.singularNoun.toLowerCase()}`;
}
