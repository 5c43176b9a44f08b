import {
  exactly,
  flag,
  type JsonSchema,
  listOf,
  mapOf,
  moment,
  named,
  nothing,
  number,
  oneOf,
  orNull,
  text,
  url,
  uuid,
  wordOf,
} from './json-schema.ts';

const attributeId = exactly({ workspace_id: uuid, object_id: uuid, attribute_id: uuid });
const recordId = exactly({ workspace_id: uuid, object_id: uuid, record_id: uuid });
const found = { id: recordId, record_text: text, record_image: orNull(text) };

const attributeTypes = [
  ...['text', 'number', 'checkbox', 'currency', 'date', 'timestamp', 'rating', 'status', 'select', 'record-reference'],
  ...['actor-reference', 'location', 'domain', 'email-address', 'phone-number', 'interaction', 'personal-name'],
];

const webhook = {
  id: exactly({ workspace_id: uuid, webhook_id: uuid }),
  target_url: url,
  subscriptions: listOf(named('subscription')),
  status: wordOf('active', 'degraded', 'inactive'),
  created_at: moment,
};

/** What the operations answer with. */
export const resourceSchemas: Record<string, JsonSchema> = {
  refusal: {
    type: 'object',
    properties: {
      status_code: { type: 'integer', minimum: 400, maximum: 499 },
      type: wordOf('invalid_request_error', 'auth_error', 'rate_limit_error'),
      code: { type: 'string', pattern: '^[a-z_]+$' },
      message: { type: 'string', minLength: 1 },
      validation_errors: listOf({
        type: 'object',
        properties: { code: text, path: listOf(oneOf(text, number)), message: text, expected: text, received: text },
        required: ['code', 'path', 'message'],
      }),
    },
    required: ['status_code', 'type', 'code', 'message'],
  },
  object: exactly({
    id: exactly({ workspace_id: uuid, object_id: uuid }),
    api_slug: orNull(text),
    singular_noun: orNull(text),
    plural_noun: orNull(text),
    created_at: moment,
  }),
  attribute: exactly({
    id: attributeId,
    title: text,
    description: orNull(text),
    api_slug: text,
    type: wordOf(...attributeTypes),
    is_system_attribute: flag,
    is_writable: flag,
    is_required: flag,
    is_unique: flag,
    is_multiselect: flag,
    is_default_value_enabled: flag,
    is_archived: flag,
    default_value: oneOf(
      exactly({ type: wordOf('dynamic'), template: text }),
      exactly({ type: wordOf('static'), template: listOf({}) }),
      nothing,
    ),
    relationship: orNull(exactly({ id: attributeId, object_slug: text, title: text, api_slug: text, is_multiselect: flag })),
    created_at: moment,
    config: exactly({
      currency: exactly({
        default_currency_code: orNull(text),
        display_type: wordOf('code', 'name', 'narrowSymbol', 'symbol', null),
      }),
      record_reference: exactly({ allowed_object_ids: orNull(listOf(uuid)) }),
    }),
  }),
  record: exactly({ id: recordId, created_at: moment, web_url: url, values: mapOf(listOf(named('value'))) }),
  'found-record': oneOf(
    exactly({ ...found, object_slug: { type: 'string', not: wordOf('people', 'companies') } }),
    exactly({ ...found, object_slug: wordOf('people'), email_addresses: listOf(text), phone_numbers: listOf(text) }),
    exactly({ ...found, object_slug: wordOf('companies'), domains: listOf(text) }),
  ),
  list: exactly({
    id: exactly({ workspace_id: uuid, list_id: uuid }),
    api_slug: text,
    name: text,
    parent_object: listOf(text),
    workspace_access: wordOf('full-access', 'read-and-write', 'read-only', null),
    workspace_member_access: listOf(
      exactly({ workspace_member_id: uuid, level: wordOf('full-access', 'read-and-write', 'read-only') }),
    ),
    created_by_actor: named('actor'),
    created_at: moment,
  }),
  entry: exactly({
    id: exactly({ workspace_id: uuid, list_id: uuid, entry_id: uuid }),
    parent_record_id: uuid,
    parent_object: text,
    created_at: moment,
    entry_values: mapOf(listOf(named('value'))),
  }),
  'entry-of-record': exactly({ list_id: uuid, list_api_slug: text, entry_id: uuid, created_at: moment }),
  'workspace-member': exactly({
    id: exactly({ workspace_id: uuid, workspace_member_id: uuid }),
    first_name: text,
    last_name: text,
    avatar_url: orNull(url),
    email_address: { type: 'string', format: 'email' },
    created_at: moment,
    access_level: wordOf('admin', 'member', 'suspended'),
  }),
  note: exactly({
    id: exactly({ workspace_id: uuid, note_id: uuid }),
    parent_object: text,
    parent_record_id: uuid,
    title: text,
    meeting_id: orNull(uuid),
    content_plaintext: text,
    content_markdown: text,
    tags: listOf(
      oneOf(
        exactly({ type: wordOf('workspace-member'), workspace_member_id: uuid }),
        exactly({ type: wordOf('record'), object: text, record_id: uuid }),
      ),
    ),
    created_by_actor: named('actor'),
    created_at: moment,
  }),
  task: exactly({
    id: exactly({ workspace_id: uuid, task_id: uuid }),
    content_plaintext: text,
    deadline_at: orNull(moment),
    is_completed: flag,
    // Recorded in May 2026, in no document.
    completed_at: orNull(moment),
    linked_records: listOf(exactly({ target_object_id: text, target_record_id: uuid })),
    assignees: listOf(exactly({ referenced_actor_type: wordOf('workspace-member'), referenced_actor_id: uuid })),
    created_by_actor: named('actor'),
    created_at: moment,
  }),
  subscription: exactly({
    event_type: text,
    filter: oneOf(
      exactly({ $or: listOf(named('event-condition')) }),
      exactly({ $and: listOf(named('event-condition')) }),
      nothing,
    ),
  }),
  'event-condition': exactly({ field: text, operator: wordOf('equals', 'not_equals'), value: text }),
  webhook: exactly(webhook),
  'new-webhook': exactly({ ...webhook, secret: { type: 'string', pattern: '^[0-9a-f]{64}$' } }),
  token: oneOf(
    exactly({ active: wordOf(false) }),
    exactly({
      active: wordOf(true),
      scope: text,
      client_id: text,
      token_type: wordOf('Bearer'),
      exp: orNull(number),
      iat: number,
      sub: uuid,
      aud: text,
      iss: wordOf('attio.com'),
      authorized_by_workspace_member_id: uuid,
      workspace_id: uuid,
      workspace_name: text,
      workspace_slug: text,
      workspace_logo_url: orNull(url),
    }),
  ),
};
