import type { Sandbox } from '../sandbox.ts';
import type { Attribute } from '../workspace/attribute.ts';

/** An attribute as the API answers it; the keys and their nulls as seen in recordings. */
export function presentAttribute(sandbox: Sandbox, attribute: Attribute): unknown {
  return {
    id: idOf(sandbox, attribute),
    title: attribute.title,
    description: attribute.description,
    api_slug: attribute.slug,
    type: attribute.type,
    is_system_attribute: attribute.isSystem,
    is_writable: attribute.isWritable,
    is_required: attribute.isRequired,
    is_unique: attribute.isUnique,
    is_multiselect: attribute.isMultiselect,
    is_default_value_enabled: attribute.defaultValue !== null,
    is_archived: attribute.isArchived,
    default_value: attribute.defaultValue,
    relationship: presentRelationship(sandbox, attribute),
    created_at: attribute.createdAt,
    config: {
      currency: { default_currency_code: attribute.currencyCode, display_type: attribute.displayType },
      record_reference: { allowed_object_ids: attribute.allowedObjectIds },
    },
  };
}

function idOf({ schema, workspace }: Sandbox, attribute: Attribute): Record<string, string> {
  return { workspace_id: workspace.id, object_id: schema.holder(attribute).id, attribute_id: attribute.id };
}

function presentRelationship(sandbox: Sandbox, attribute: Attribute): unknown {
  const mirror = sandbox.schema.mirror(attribute);
  if (!mirror) return null;
  return {
    id: idOf(sandbox, mirror),
    object_slug: sandbox.schema.holder(mirror).slug,
    title: mirror.title,
    api_slug: mirror.slug,
    is_multiselect: mirror.isMultiselect,
  };
}
