import { exactly, flag, type JsonSchema, moment, named, number, oneOf, orNull, text, uuid, wordOf } from './json-schema.ts';

const actor = (...types: string[]): JsonSchema => exactly({ type: wordOf(...types), id: orNull(text) });

const attributeParts = { workspace_id: uuid, object_id: uuid, attribute_id: uuid };

/** The read form of one active or former value: an envelope, the type's own fields, and the type. */
const value = (type: string, fields: Record<string, JsonSchema>): JsonSchema =>
  exactly({
    active_from: moment,
    active_until: orNull(moment),
    created_by_actor: named('actor'),
    ...fields,
    attribute_type: wordOf(type),
  });

const line = orNull(text);

/** How the 17 attribute types read. */
export const valueSchemas: Record<string, JsonSchema> = {
  actor: actor('api-token', 'workspace-member', 'system', 'app'),
  'select-option': exactly({ id: exactly({ ...attributeParts, option_id: uuid }), title: text, is_archived: flag }),
  status: exactly({
    id: exactly({ ...attributeParts, status_id: uuid }),
    title: text,
    is_archived: flag,
    celebration_enabled: flag,
    target_time_in_status: orNull(text),
  }),
  value: oneOf(
    value('actor-reference', {
      referenced_actor_type: wordOf('api-token', 'workspace-member', 'system', 'app'),
      referenced_actor_id: orNull(uuid),
    }),
    value('checkbox', { value: flag }),
    value('currency', { currency_value: number, currency_code: orNull({ type: 'string', pattern: '^[A-Z]{3}$' }) }),
    value('date', { value: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } }),
    value('domain', { domain: text, root_domain: text }),
    value('email-address', {
      original_email_address: text,
      email_address: text,
      email_domain: text,
      email_root_domain: text,
      email_local_specifier: text,
    }),
    value('interaction', {
      interaction_type: wordOf('calendar-event', 'call', 'chat-thread', 'email', 'in-person-meeting', 'meeting'),
      interacted_at: moment,
      owner_actor: named('actor'),
    }),
    value('location', {
      line_1: line,
      line_2: line,
      line_3: line,
      line_4: line,
      locality: line,
      region: line,
      postcode: line,
      country_code: orNull({ type: 'string', pattern: '^[A-Z]{2}$' }),
      latitude: line,
      longitude: line,
    }),
    value('number', { value: number }),
    value('personal-name', { first_name: text, last_name: text, full_name: text }),
    value('phone-number', {
      original_phone_number: text,
      country_code: { type: 'string', pattern: '^[A-Z]{2}$' },
      phone_number: { type: 'string', pattern: '^\\+\\d+$' },
    }),
    value('rating', { value: { type: 'integer', minimum: 0, maximum: 5 } }),
    value('record-reference', { target_object: text, target_record_id: uuid }),
    value('select', { option: named('select-option') }),
    value('status', { status: named('status') }),
    value('text', { value: text }),
    value('timestamp', { value: moment }),
  ),
};
