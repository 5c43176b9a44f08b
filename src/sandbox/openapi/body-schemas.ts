import {
  anything,
  atLeast,
  exactly,
  flag,
  type JsonSchema,
  listOf,
  mapOf,
  named,
  number,
  oneOf,
  orNull,
  text,
  uuid,
  wordOf,
} from './json-schema.ts';

const wrapped = (required: Record<string, JsonSchema>, optional: Record<string, JsonSchema> = {}): JsonSchema =>
  atLeast({ data: atLeast(required, optional) });

const title = { type: 'string', minLength: 1 };
const access = wordOf('full-access', 'read-and-write', 'read-only', null);
const memberAccess = listOf(atLeast({ workspace_member_id: uuid, level: wordOf('full-access', 'read-and-write', 'read-only') }));
const attributeConfig = atLeast(
  {},
  {
    currency: atLeast({ default_currency_code: text, display_type: wordOf('code', 'name', 'narrowSymbol', 'symbol') }),
    record_reference: atLeast({ allowed_objects: { ...listOf(text), minItems: 1 } }),
  },
);
const defaultValue = oneOf(
  atLeast({ type: wordOf('dynamic'), template: text }),
  atLeast({ type: wordOf('static'), template: listOf(anything) }),
  { type: 'null' },
);
const status = { celebration_enabled: flag, target_time_in_status: orNull(text) };
const linkedRecord = oneOf(exactly({ target_object: text, target_record_id: uuid }), {
  ...atLeast({ target_object: text }),
  minProperties: 2,
  maxProperties: 2,
});
const assignee = oneOf(
  exactly({ referenced_actor_type: wordOf('workspace-member'), referenced_actor_id: uuid }),
  exactly({ workspace_member_email_address: text }),
);
const task = {
  deadline_at: orNull(text),
  is_completed: flag,
  linked_records: listOf(linkedRecord),
  assignees: listOf(assignee),
};

/** What the operations are sent. Values take scalars, objects and arrays: how they are read is each attribute's own matter. */
export const bodies = {
  newObject: wrapped({ api_slug: text, singular_noun: title, plural_noun: title }),
  changedObject: wrapped({}, { api_slug: text, singular_noun: title, plural_noun: title }),
  newAttribute: wrapped(
    {
      title: text,
      description: orNull(text),
      api_slug: text,
      type: text,
      is_required: flag,
      is_unique: flag,
      is_multiselect: flag,
      config: attributeConfig,
    },
    {
      default_value: defaultValue,
      relationship: orNull(exactly({ object: text, title: text, api_slug: text, is_multiselect: flag })),
    },
  ),
  changedAttribute: wrapped(
    {},
    {
      title: text,
      description: orNull(text),
      api_slug: text,
      is_required: flag,
      is_unique: flag,
      default_value: defaultValue,
      config: attributeConfig,
      is_archived: flag,
    },
  ),
  newOption: wrapped({ title }),
  changedOption: wrapped({}, { title, is_archived: flag }),
  newStatus: wrapped({ title }, status),
  changedStatus: wrapped({}, { title, ...status, is_archived: flag }),
  query: atLeast(
    {},
    {
      filter: mapOf(anything),
      sorts: listOf(atLeast({ direction: wordOf('asc', 'desc') }, { attribute: text, path: listOf(listOf(text)), field: text })),
      limit: number,
      offset: number,
    },
  ),
  record: atLeast({ data: exactly({ values: mapOf(anything) }) }),
  search: atLeast(
    {
      query: { type: 'string', maxLength: 256 },
      objects: { ...listOf(text), minItems: 1 },
      request_as: oneOf(
        atLeast({ type: wordOf('workspace') }),
        atLeast({ type: wordOf('workspace-member'), workspace_member_id: uuid }),
        atLeast({ type: wordOf('workspace-member'), email_address: text }),
      ),
    },
    { limit: { type: 'integer', minimum: 1, maximum: 25 } },
  ),
  newList: wrapped({
    name: text,
    api_slug: text,
    parent_object: text,
    workspace_access: access,
    workspace_member_access: memberAccess,
  }),
  changedList: wrapped({}, { name: text, api_slug: text, workspace_access: access, workspace_member_access: memberAccess }),
  newEntry: wrapped({ parent_record_id: uuid, parent_object: text, entry_values: mapOf(anything) }),
  changedEntry: atLeast({ data: exactly({ entry_values: mapOf(anything) }) }),
  newNote: wrapped(
    {
      parent_object: text,
      parent_record_id: uuid,
      title: text,
      format: wordOf('plaintext', 'markdown'),
      content: text,
    },
    { created_at: text, meeting_id: orNull(uuid) },
  ),
  newTask: wrapped({ content: { type: 'string', maxLength: 2000 }, format: wordOf('plaintext'), ...task }),
  changedTask: atLeast({ data: { ...atLeast({}, task), additionalProperties: false } }),
  newWebhook: wrapped({ target_url: text, subscriptions: listOf(named('subscription')) }),
  changedWebhook: wrapped({}, { target_url: text, subscriptions: listOf(named('subscription')) }),
};
