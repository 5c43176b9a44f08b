import { refusals } from '../errors/refusals.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import type { Directory } from './directory.ts';
import { matchingTypes } from './matching-types.ts';

/**
 * The id of the one record of an object that holds a value; refused when there is none, or several. A malformed value is
 * the fault of `blamed`: the attribute that was written.
 */
export function recordMatching(
  object: WorkspaceObject,
  matching: Attribute,
  written: unknown,
  blamed: Attribute,
  directory: Directory,
): string {
  const type = matchingTypes[matching.type];
  if (!type) throw refusals.invalidBareValue(blamed);
  const key = type.key(type.parse(written, blamed)(directory));
  const found = directory.recordsHolding(matching, key);
  const [only] = found;
  if (only === undefined) throw refusals.referenceNotFound(object.slug, `${matching.slug} "${key}"`);
  if (found.length > 1) throw refusals.severalReferences(object.slug, `${matching.slug} "${key}"`);
  return only;
}
