import { refusals } from '../errors/refusals.ts';
import { BodyReader } from '../http/body-reader.ts';
import { isJsonObject } from '../values/written-form.ts';
import type { Attribute, AttributeType } from '../workspace/attribute.ts';
import { currencyCodes } from '../workspace/currency-codes.ts';
import { apiSlug } from './api-slug.ts';
import { defaultValue } from './default-value.ts';

/** What a request says of an attribute, its shape judged and its references not yet looked up. */
export type AttributeBody = {
  type?: AttributeType;
  relationship?: { object: string; title: string; slug: string; isMultiselect: boolean };
  allowedObjects?: string[];
  change: Partial<Attribute>;
};

// The types the official document lets a client create; names and interactions are Attio's own.
const CREATABLE: readonly AttributeType[] = [
  'text',
  'number',
  'checkbox',
  'currency',
  'date',
  'timestamp',
  'rating',
  'status',
  'select',
  'record-reference',
  'actor-reference',
  'location',
  'domain',
  'email-address',
  'phone-number',
];

const CHANGEABLE = ['title', 'description', 'api_slug', 'is_required', 'is_unique', 'default_value', 'config'];

/** Reads the body of a new attribute: every key of the document but the last two is required. */
export function newAttributeBody(body: unknown): AttributeBody {
  const reader = new BodyReader();
  const data = reader.object(reader.object(body, []).data, ['data']);
  reader.onlyKeys(data, [...CHANGEABLE, 'type', 'is_multiselect', 'relationship'], ['data']);
  const type = CREATABLE.find((candidate) => candidate === data.type);
  if (!type) reader.invalid(['data', 'type']);
  const read = attributeBody(reader, data, true);
  if (data.relationship !== undefined && data.relationship !== null)
    read.relationship = relationshipOf(reader, data.relationship);
  reader.finish();
  return type ? { ...read, type } : read;
}

/** Reads the body of a change; it must change something. */
export function changedAttributeBody(body: unknown): AttributeBody {
  const reader = new BodyReader();
  const data = reader.object(reader.object(body, []).data, ['data']);
  reader.onlyKeys(data, [...CHANGEABLE, 'is_archived'], ['data']);
  const read = attributeBody(reader, data, false);
  reader.finish();
  if (Object.keys(data).length === 0) throw refusals.emptyUpdate();
  return read;
}

function attributeBody(reader: BodyReader, data: Record<string, unknown>, isNew: boolean): AttributeBody {
  const change: Partial<Attribute> = {};
  const isAsked = (key: string) => isNew || data[key] !== undefined;
  if (isAsked('title')) change.title = reader.string(data.title, ['data', 'title']);
  if (isAsked('description'))
    change.description = data.description === null ? null : reader.string(data.description, ['data', 'description']);
  if (isAsked('api_slug')) change.slug = apiSlug(reader, data.api_slug, ['data']);
  if (isAsked('is_required')) change.isRequired = reader.boolean(data.is_required, ['data', 'is_required']);
  if (isAsked('is_unique')) change.isUnique = reader.boolean(data.is_unique, ['data', 'is_unique']);
  if (isNew) change.isMultiselect = reader.boolean(data.is_multiselect, ['data', 'is_multiselect']);
  if (data.is_archived !== undefined) change.isArchived = reader.boolean(data.is_archived, ['data', 'is_archived']);
  if (data.default_value !== undefined) change.defaultValue = defaultValue(reader, data.default_value);
  return { change, ...configOf(reader, isAsked('config') ? reader.object(data.config, ['data', 'config']) : {}, change) };
}

function configOf(
  reader: BodyReader,
  config: Record<string, unknown>,
  change: Partial<Attribute>,
): Pick<AttributeBody, 'allowedObjects'> {
  if (isJsonObject(config.currency)) {
    const { default_currency_code: code, display_type: display } = config.currency;
    if (!currencyCodes.includes(String(code))) reader.invalid(['data', 'config', 'currency', 'default_currency_code']);
    if (!['code', 'name', 'narrowSymbol', 'symbol'].includes(String(display)))
      reader.invalid(['data', 'config', 'currency', 'display_type']);
    Object.assign(change, { currencyCode: code, displayType: display });
  }
  if (!isJsonObject(config.record_reference)) return {};
  const path = ['data', 'config', 'record_reference', 'allowed_objects'];
  const names = reader.array(config.record_reference.allowed_objects, path);
  if (Array.isArray(config.record_reference.allowed_objects) && names.length === 0)
    reader.note({ code: 'too_small', path, message: 'Array must contain at least 1 element(s)' });
  return { allowedObjects: names.map((name, index) => reader.string(name, [...path, index])) };
}

function relationshipOf(reader: BodyReader, value: unknown): NonNullable<AttributeBody['relationship']> {
  const path = ['data', 'relationship'];
  const written = reader.object(value, path);
  reader.onlyKeys(written, ['object', 'title', 'api_slug', 'is_multiselect'], path);
  return {
    object: reader.string(written.object, [...path, 'object']),
    title: reader.string(written.title, [...path, 'title']),
    slug: apiSlug(reader, written.api_slug, path),
    isMultiselect: reader.boolean(written.is_multiselect, [...path, 'is_multiselect']),
  };
}
