import { bodies } from './body-schemas.ts';
import { data, exactly, flag, type JsonSchema, listOf, named, text, uuid, whole } from './json-schema.ts';

/** One operation of the API: how it is asked, and what it answers when all is well. */
export type Operation = {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{parameters}`. */
  path: string;
  /** What a token must be allowed to do. */
  scopes: readonly string[];
  query?: Readonly<Record<string, { schema: JsonSchema; required?: boolean }>>;
  body?: JsonSchema;
  answer: JsonSchema;
};

const page = { limit: { schema: whole }, offset: { schema: whole } };
const archived = { show_archived: { schema: flag } };
const historic = { ...page, show_historic: { schema: flag } };
const one = (name: string) => data(named(name));
const many = (name: string) => data(listOf(named(name)));
const gone = exactly({});

const configuration = ['object_configuration:read'];
const configure = ['object_configuration:read-write'];
const records = ['record_permission:read', 'object_configuration:read'];
const writeRecords = ['record_permission:read-write', 'object_configuration:read'];
const entries = ['list_entry:read', 'list_configuration:read'];
const writeEntries = ['list_entry:read-write', 'list_configuration:read'];
const notes = ['note:read', 'object_configuration:read', 'record_permission:read'];
const tasks = ['task:read', 'object_configuration:read', 'record_permission:read', 'user_management:read'];
const writing = (scopes: readonly string[]) => scopes.map((scope, index) => (index === 0 ? `${scope}-write` : scope));

const object = '/v2/objects/{object}';
const record = `${object}/records/{record_id}`;
const attributes = '/v2/{target}/{identifier}/attributes';
const attribute = `${attributes}/{attribute}`;
const list = '/v2/lists/{list}';
const entry = `${list}/entries/{entry_id}`;

const operation = (
  id: string,
  route: `${Operation['method']} ${string}`,
  scopes: readonly string[],
  answer: JsonSchema,
  more: Pick<Operation, 'query' | 'body'> = {},
): Operation => {
  const [method, path] = route.split(' ') as [Operation['method'], string];
  return { id, method, path, scopes, answer, ...more };
};

/** Every operation the sandbox has. */
export const operations: readonly Operation[] = [
  operation('list-objects', 'GET /v2/objects', configuration, many('object')),
  operation('create-object', 'POST /v2/objects', configure, one('object'), { body: bodies.newObject }),
  operation('get-object', `GET ${object}`, configuration, one('object')),
  operation('update-object', `PATCH ${object}`, configure, one('object'), { body: bodies.changedObject }),

  operation('list-attributes', `GET ${attributes}`, configuration, many('attribute'), { query: { ...page, ...archived } }),
  operation('create-attribute', `POST ${attributes}`, configure, one('attribute'), { body: bodies.newAttribute }),
  operation('get-attribute', `GET ${attribute}`, configuration, one('attribute')),
  operation('update-attribute', `PATCH ${attribute}`, configure, one('attribute'), { body: bodies.changedAttribute }),
  operation('list-options', `GET ${attribute}/options`, configuration, many('select-option'), { query: archived }),
  operation('create-option', `POST ${attribute}/options`, configure, one('select-option'), { body: bodies.newOption }),
  operation('update-option', `PATCH ${attribute}/options/{option}`, configure, one('select-option'), {
    body: bodies.changedOption,
  }),
  operation('list-statuses', `GET ${attribute}/statuses`, configuration, many('status'), { query: archived }),
  operation('create-status', `POST ${attribute}/statuses`, configure, one('status'), { body: bodies.newStatus }),
  operation('update-status', `PATCH ${attribute}/statuses/{status}`, configure, one('status'), { body: bodies.changedStatus }),

  operation('query-records', `POST ${object}/records/query`, records, many('record'), { body: bodies.query }),
  operation('create-record', `POST ${object}/records`, writeRecords, one('record'), { body: bodies.record }),
  operation('assert-record', `PUT ${object}/records`, writeRecords, one('record'), {
    query: { matching_attribute: { schema: text, required: true } },
    body: bodies.record,
  }),
  operation('get-record', `GET ${record}`, records, one('record')),
  operation('update-record', `PATCH ${record}`, writeRecords, one('record'), { body: bodies.record }),
  operation('overwrite-record', `PUT ${record}`, writeRecords, one('record'), { body: bodies.record }),
  operation('delete-record', `DELETE ${record}`, writeRecords, gone),
  operation('list-record-values', `GET ${record}/attributes/{attribute}/values`, records, many('value'), { query: historic }),
  operation('list-record-entries', `GET ${record}/entries`, [...records, 'list_entry:read'], many('entry-of-record'), {
    query: page,
  }),
  operation('search-records', 'POST /v2/objects/records/search', records, many('found-record'), { body: bodies.search }),

  operation('list-lists', 'GET /v2/lists', ['list_configuration:read'], many('list')),
  operation('create-list', 'POST /v2/lists', ['list_configuration:read-write'], one('list'), { body: bodies.newList }),
  operation('get-list', `GET ${list}`, ['list_configuration:read'], one('list')),
  operation('update-list', `PATCH ${list}`, ['list_configuration:read-write'], one('list'), { body: bodies.changedList }),
  operation('query-entries', `POST ${list}/entries/query`, entries, many('entry'), { body: bodies.query }),
  operation('create-entry', `POST ${list}/entries`, writeEntries, one('entry'), { body: bodies.newEntry }),
  operation('assert-entry', `PUT ${list}/entries`, writeEntries, one('entry'), { body: bodies.newEntry }),
  operation('get-entry', `GET ${entry}`, entries, one('entry')),
  operation('update-entry', `PATCH ${entry}`, writeEntries, one('entry'), { body: bodies.changedEntry }),
  operation('overwrite-entry', `PUT ${entry}`, writeEntries, one('entry'), { body: bodies.changedEntry }),
  operation('delete-entry', `DELETE ${entry}`, writeEntries, gone),
  operation('list-entry-values', `GET ${entry}/attributes/{attribute}/values`, entries, many('value'), { query: historic }),

  operation('list-members', 'GET /v2/workspace_members', ['user_management:read'], many('workspace-member')),
  operation('get-member', 'GET /v2/workspace_members/{workspace_member_id}', ['user_management:read'], one('workspace-member')),
  operation('identify', 'GET /v2/self', [], named('token')),

  operation('list-notes', 'GET /v2/notes', notes, many('note'), {
    query: { ...page, parent_object: { schema: text }, parent_record_id: { schema: uuid } },
  }),
  operation('create-note', 'POST /v2/notes', writing(notes), one('note'), { body: bodies.newNote }),
  operation('get-note', 'GET /v2/notes/{note_id}', notes, one('note')),
  operation('delete-note', 'DELETE /v2/notes/{note_id}', ['note:read-write'], gone),

  operation('list-tasks', 'GET /v2/tasks', tasks, many('task'), {
    query: {
      ...page,
      sort: { schema: { enum: ['created_at:asc', 'created_at:desc'] } },
      linked_object: { schema: text },
      linked_record_id: { schema: uuid },
      assignee: { schema: text },
      is_completed: { schema: flag },
    },
  }),
  operation('create-task', 'POST /v2/tasks', writing(tasks), one('task'), { body: bodies.newTask }),
  operation('get-task', 'GET /v2/tasks/{task_id}', tasks, one('task')),
  operation('update-task', 'PATCH /v2/tasks/{task_id}', writing(tasks), one('task'), { body: bodies.changedTask }),
  operation('delete-task', 'DELETE /v2/tasks/{task_id}', ['task:read-write'], gone),

  operation('list-webhooks', 'GET /v2/webhooks', ['webhook:read'], many('webhook'), { query: page }),
  operation('create-webhook', 'POST /v2/webhooks', ['webhook:read-write'], one('new-webhook'), { body: bodies.newWebhook }),
  operation('get-webhook', 'GET /v2/webhooks/{webhook_id}', ['webhook:read'], one('webhook')),
  operation('update-webhook', 'PATCH /v2/webhooks/{webhook_id}', ['webhook:read-write'], one('webhook'), {
    body: bodies.changedWebhook,
  }),
  operation('delete-webhook', 'DELETE /v2/webhooks/{webhook_id}', ['webhook:read-write'], gone),
];
