/** The 17 attribute types (docs.attio.com/docs/attribute-types). */
export type AttributeType =
  | 'text'
  | 'number'
  | 'checkbox'
  | 'currency'
  | 'date'
  | 'timestamp'
  | 'rating'
  | 'status'
  | 'select'
  | 'record-reference'
  | 'actor-reference'
  | 'location'
  | 'domain'
  | 'email-address'
  | 'phone-number'
  | 'interaction'
  | 'personal-name';

/** One column of an object or a list. */
export type Attribute = {
  key: number;
  id: string;
  /** Of the object or list it belongs to: `object_id` names either on the wire too. */
  objectKey: number;
  slug: string;
  title: string;
  description: string | null;
  type: AttributeType;
  isSystem: boolean;
  isWritable: boolean;
  isRequired: boolean;
  isUnique: boolean;
  isMultiselect: boolean;
  isArchived: boolean;
  /** As the wire has it: `{type: 'static' | 'dynamic', template}`. */
  defaultValue: unknown;
  /** The attribute on the other object that mirrors this one. */
  relationshipId: string | null;
  currencyCode: string | null;
  displayType: string | null;
  allowedObjectIds: readonly string[] | null;
  createdAt: string;
};
