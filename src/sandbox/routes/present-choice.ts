import type { Sandbox } from '../sandbox.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Choice } from '../workspace/choice.ts';

function idOf(sandbox: Sandbox, attribute: Attribute): Record<string, string> {
  return { workspace_id: sandbox.workspace.id, object_id: sandbox.schema.holder(attribute).id, attribute_id: attribute.id };
}

/** A select option as the API answers it. */
export function presentOption(sandbox: Sandbox, attribute: Attribute, choice: Choice): unknown {
  return { id: { ...idOf(sandbox, attribute), option_id: choice.id }, title: choice.title, is_archived: choice.isArchived };
}

/** A status as the API answers it. */
export function presentStatus(sandbox: Sandbox, attribute: Attribute, choice: Choice): unknown {
  return {
    id: { ...idOf(sandbox, attribute), status_id: choice.id },
    title: choice.title,
    is_archived: choice.isArchived,
    target_time_in_status: choice.targetTimeInStatus,
    celebration_enabled: choice.celebrationEnabled,
  };
}
