import type { StoredValue } from '../../attributes/attribute-forms.ts';
import { readFieldValue } from '../../attributes/field-values.ts';
import { type AttributeType, attributeTypes, type Choice, type Field } from '../../contract/deal-form.ts';
import type { Attribute } from './attribute.ts';

/** Whether the form speaks of it: what can be written, and interactions, which are Attio's own and are told as such. */
export const isAsked = ({ type, is_writable, is_archived }: Attribute): boolean =>
  !is_archived && (is_writable || type === 'interaction');

/** The attribute's type, when the form can draw it. */
export const supportedType = ({ type }: Attribute): AttributeType | null =>
  attributeTypes.find((supported) => supported === type) ?? null;

/** Which list of choices the attribute has in Attio, if any. */
export const choicesKind = ({ type }: Attribute): 'statuses' | 'options' | null =>
  type === 'status' ? 'statuses' : type === 'select' ? 'options' : null;

/** An attribute as the form sees it. */
export function fieldOf(
  attribute: Attribute,
  type: AttributeType,
  choices: readonly Choice[] | undefined,
  objectSlugs: ReadonlyMap<string, string>,
): Field {
  const kind = choicesKind(attribute);
  const field: Field = {
    id: attribute.id.attribute_id,
    slug: attribute.api_slug,
    title: attribute.title,
    description: attribute.description,
    type,
    required: attribute.is_required,
    multi: attribute.is_multiselect,
    unique: attribute.is_unique,
    standard: attribute.is_system_attribute,
    config: {
      currency_code: attribute.config.currency?.default_currency_code ?? null,
      target_objects: targetObjects(attribute, objectSlugs),
    },
    ...(kind && choices ? { [kind]: [...choices] } : {}),
    default: null,
  };
  const dynamic = dynamicDefault(attribute);
  return { ...field, default: staticDefault(attribute, field), ...(dynamic !== null && { dynamic_default: dynamic }) };
}

/** The slugs that a reference may point at; null for "any" and for other types. */
function targetObjects({ config, relationship }: Attribute, objectSlugs: ReadonlyMap<string, string>): string[] | null {
  const ids = config.record_reference?.allowed_object_ids;
  if (!ids || ids.length === 0) return relationship ? [relationship.object_slug] : null;
  // An object that this token cannot list cannot be written either, so it is left out.
  return ids.flatMap((id) => objectSlugs.get(id) ?? []);
}

/** What Attio itself would fill in, when it is a fixed value that we can read. */
function staticDefault({ default_value: given }: Attribute, field: Field): unknown {
  if (given?.type !== 'static' || !Array.isArray(given.template)) return null;
  const stored = given.template.filter((one): one is StoredValue => typeof one === 'object' && one !== null);
  return readFieldValue(field, stored) ?? null;
}

/** What Attio would count from now, or take from who is there: the page does so instead, and shows it. */
function dynamicDefault({ default_value: given }: Attribute): string | null {
  return given?.type === 'dynamic' && typeof given.template === 'string' ? given.template : null;
}
