import { refusals } from '../errors/refusals.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Schema } from '../workspace/schema.ts';
import { isUuid } from '../workspace/uuid.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import { recordMatching } from './record-matching.ts';
import type { PendingValue } from './value-type.ts';
import { isJsonObject, unacceptable, wrongType } from './written-form.ts';

/** What a bare text is matched with, by object. */
const bareAttributes = new Map([
  ['companies', 'domains'],
  ['people', 'email_addresses'],
]);

/**
 * The three written forms of a record reference (docs.attio.com/docs/attribute-types/attribute-types-record-reference):
 * by id, by one matching attribute, and a bare domain or e-mail address. None of them ever creates the record; each must
 * find exactly one. The fourth form of late 2026 (`target_record_reference`) is left out: too little of it is documented.
 */
export function parseRecordReference(written: unknown, attribute: Attribute): PendingValue {
  if (typeof written === 'string') return byBareText(written, attribute);
  if (!isJsonObject(written)) throw refusals.invalidBareValue(attribute);
  const { target_object: targetObject, ...others } = written;
  if (targetObject === undefined) throw refusals.missingTargetObject(attribute);
  if (typeof targetObject !== 'string')
    throw refusals.invalidValue(attribute, wrongType('target_object', 'string', targetObject));
  const [entry, ...more] = Object.entries(others);
  if (!entry) throw refusals.invalidValue(attribute, wrongType('target_record_id', 'string', undefined));
  if (more.length > 0) throw refusals.tooManyMatchingAttributes(attribute, Object.keys(others));
  const [key, wanted] = entry;
  if (key === 'target_record_id') return byId(targetObject, wanted, attribute);
  return byMatchingAttribute(targetObject, key, wanted, attribute);
}

function byId(targetObject: string, wanted: unknown, attribute: Attribute): PendingValue {
  if (typeof wanted !== 'string') throw refusals.invalidValue(attribute, wrongType('target_record_id', 'string', wanted));
  if (!isUuid(wanted)) throw unacceptable(attribute, 'target_record_id', 'Invalid uuid');
  return (directory) => {
    const object = allowedObject(targetObject, attribute, directory.schema);
    const id = wanted.toLowerCase();
    if (!directory.hasRecord(object, id)) throw refusals.referenceNotFound(object.slug, `ID "${wanted}"`);
    return { target_object: object.slug, target_record_id: id };
  };
}

function byMatchingAttribute(targetObject: string, key: string, wanted: unknown, attribute: Attribute): PendingValue {
  if (!Array.isArray(wanted)) throw refusals.invalidValue(attribute, wrongType(key, 'array', wanted));
  // "Matching on multiple values is not currently supported."
  if (wanted.length !== 1) throw unacceptable(attribute, key, 'Array must contain exactly 1 element(s)');
  return (directory) => {
    const object = allowedObject(targetObject, attribute, directory.schema);
    const matching = directory.schema.attribute(object, key);
    if (!matching) throw refusals.unknownAttribute(key);
    return { target_object: object.slug, target_record_id: recordMatching(object, matching, wanted[0], attribute, directory) };
  };
}

/** A domain or an e-mail address, where exactly one standard object is allowed. A bare record id is not accepted. */
function byBareText(written: string, attribute: Attribute): PendingValue {
  return (directory) => {
    const [only, ...others] = attribute.allowedObjectIds ?? [];
    const object = only !== undefined && others.length === 0 ? directory.schema.object(only) : undefined;
    const slug = object && bareAttributes.get(object.slug);
    const matching = object && slug ? directory.schema.attribute(object, slug) : undefined;
    if (!object || !matching || isUuid(written)) throw refusals.invalidBareValue(attribute);
    return { target_object: object.slug, target_record_id: recordMatching(object, matching, written, attribute, directory) };
  };
}

function allowedObject(slugOrId: string, attribute: Attribute, schema: Schema): WorkspaceObject {
  const object = schema.object(slugOrId);
  if (!object) throw refusals.searchedObjectNotFound(slugOrId);
  if (attribute.allowedObjectIds && !attribute.allowedObjectIds.includes(object.id)) {
    throw unacceptable(attribute, 'target_object', `Records of object "${object.slug}" cannot be referenced here`);
  }
  return object;
}
