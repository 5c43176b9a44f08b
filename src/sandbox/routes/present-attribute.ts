import { ApiError } from '../errors/api-error.ts';
import { judgeValues } from '../records/written-values.ts';
import type { Sandbox } from '../sandbox.ts';
import { valueTypes } from '../values/registry.ts';
import { isJsonObject } from '../values/written-form.ts';
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
    default_value: presentDefault(sandbox, attribute),
    relationship: presentRelationship(sandbox, attribute),
    created_at: attribute.createdAt,
    config: {
      currency: { default_currency_code: attribute.currencyCode, display_type: attribute.displayType },
      record_reference: { allowed_object_ids: attribute.allowedObjectIds },
    },
  };
}

/** A static default in the form its values will be read in; as it was written, once what it names is gone (assumed). */
function presentDefault(sandbox: Sandbox, attribute: Attribute): unknown {
  const { type, template } = isJsonObject(attribute.defaultValue) ? attribute.defaultValue : {};
  if (type !== 'static') return attribute.defaultValue;
  try {
    const values = judgeValues(attribute.slug, template, attribute, sandbox);
    const { read } = valueTypes[attribute.type];
    return { type, template: values.map((fields) => ({ ...read(fields, attribute, sandbox), attribute_type: attribute.type })) };
  } catch (error) {
    if (error instanceof ApiError) return attribute.defaultValue;
    throw error;
  }
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
