import { filterRefusals } from '../errors/filter-refusals.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Schema } from '../workspace/schema.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';

/** Reads `[["deals", "associated_company"], ["companies", "domains"]]`: references all the way to the last attribute. */
export function attributePath(written: unknown, start: WorkspaceObject, schema: Schema): Attribute[] {
  if (!Array.isArray(written) || written.length === 0 || written.length > 5)
    throw filterRefusals.invalid('path is a list of pairs.');
  return written.map((step: unknown, index) => {
    const [objectName, attributeName]: unknown[] = Array.isArray(step) && step.length === 2 ? step : [];
    if (typeof objectName !== 'string' || typeof attributeName !== 'string')
      throw filterRefusals.invalid('path is a list of pairs.');
    const object = schema.object(objectName);
    if (!object || (index === 0 && object.key !== start.key))
      throw filterRefusals.invalid(`The path cannot go over "${objectName}".`);
    const attribute = schema.attribute(object, attributeName);
    if (!attribute || attribute.isArchived) throw filterRefusals.unknownAttribute(attributeName);
    const isLast = index === written.length - 1;
    if (!isLast && attribute.type !== 'record-reference')
      throw filterRefusals.invalid(`"${attributeName}" leads to no other record.`);
    return attribute;
  });
}
