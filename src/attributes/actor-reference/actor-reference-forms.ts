import * as z from 'zod/mini';
import type { AttributeForms } from '../attribute-forms.ts';

/** A member's id. Only members of the workspace can be written; a suspended one is refused before Attio is asked. */
export const actorReferenceForms: AttributeForms<string> = {
  schema: (_field, { members }) =>
    z.string({ error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') }).check(
      z.refine((id) => members.some((member) => member.id === id), { error: 'unknown_member', abort: true }),
      z.refine((id) => !members.find((member) => member.id === id)?.suspended, { error: 'suspended_member' }),
    ),
  write: (value) => ({ referenced_actor_type: 'workspace-member', referenced_actor_id: value }),
  read: (stored) => (typeof stored.referenced_actor_id === 'string' ? stored.referenced_actor_id : null),
  hasLocalWords: false,
  words: (value, _field, { members }) => members.find((member) => member.id === value)?.name ?? value.slice(0, 8),
  examples: (_field, { members }) => members.filter((member) => !member.suspended).map((member) => member.id),
};
