import { BodyReader } from '../http/body-reader.ts';
import { isoTime } from '../values/iso-time.ts';
import { isJsonObject } from '../values/written-form.ts';

/** A record as a task names it: by id, or by one value of one attribute. */
export type WrittenLink = { object: string; recordId: string } | { object: string; attribute: string; value: unknown };

/** A member as a task names them. */
export type WrittenAssignee = { memberId: string } | { emailAddress: string };

/** What a body says of a task; what it does not say is undefined. */
export type TaskBody = {
  content: string;
  deadlineAt?: string | null;
  isCompleted?: boolean;
  linkedRecords?: WrittenLink[];
  assignees?: WrittenAssignee[];
};

const CHANGEABLE = ['deadline_at', 'is_completed', 'linked_records', 'assignees'];
const MAX_CONTENT = 2000;

/** The body of a new task: every key is required (docs.attio.com/rest-api/endpoint-reference/tasks/create-a-task). */
export function newTaskBody(body: unknown): Required<TaskBody> {
  const reader = new BodyReader();
  const data = reader.object(reader.object(body, []).data, ['data']);
  const content = reader.string(data.content, ['data', 'content']);
  if (content.length > MAX_CONTENT) {
    const message = `String must contain at most ${MAX_CONTENT} character(s)`;
    reader.note({ code: 'too_big', path: ['data', 'content'], message });
  }
  reader.oneOf(data.format, ['plaintext'], ['data', 'format']);
  const task = {
    content,
    deadlineAt: deadline(reader, data.deadline_at),
    isCompleted: reader.boolean(data.is_completed, ['data', 'is_completed']),
    linkedRecords: links(reader, data.linked_records),
    assignees: assignees(reader, data.assignees),
  };
  reader.finish();
  return task;
}

/** The body of a change; `isEmpty` when it says nothing. */
export function changedTaskBody(body: unknown): Omit<TaskBody, 'content'> & { isEmpty: boolean } {
  const reader = new BodyReader();
  const data = reader.object(reader.object(body, []).data, ['data']);
  reader.onlyKeys(data, CHANGEABLE, ['data']);
  const change = {
    isEmpty: Object.keys(data).length === 0,
    ...(data.deadline_at !== undefined && { deadlineAt: deadline(reader, data.deadline_at) }),
    ...(data.is_completed !== undefined && { isCompleted: reader.boolean(data.is_completed, ['data', 'is_completed']) }),
    ...(data.linked_records !== undefined && { linkedRecords: links(reader, data.linked_records) }),
    ...(data.assignees !== undefined && { assignees: assignees(reader, data.assignees) }),
  };
  reader.finish();
  return change;
}

function deadline(reader: BodyReader, written: unknown): string | null {
  if (written === null) return null;
  const path = ['data', 'deadline_at'];
  const moment = isoTime(reader.string(written, path));
  if (typeof written === 'string' && moment === undefined) reader.invalid(path);
  return moment ?? null;
}

function links(reader: BodyReader, written: unknown): WrittenLink[] {
  return reader.array(written, ['data', 'linked_records']).map((link, index) => {
    const path = ['data', 'linked_records', index];
    const { target_object: target, ...others } = reader.object(link, path);
    const object = isJsonObject(link) ? reader.string(target, [...path, 'target_object']) : '';
    const [entry, ...more] = Object.entries(others);
    if (!entry || entry[0] === 'target_record_id') {
      if (isJsonObject(link)) reader.onlyKeys(link, ['target_object', 'target_record_id'], path);
      return { object, recordId: isJsonObject(link) ? reader.uuid(entry?.[1], [...path, 'target_record_id']) : '' };
    }
    const [attribute, values] = entry;
    const [value, ...further] = reader.array(values, [...path, attribute]);
    if (more.length > 0 || value === undefined || further.length > 0) reader.invalid(path);
    return { object, attribute, value };
  });
}

function assignees(reader: BodyReader, written: unknown): WrittenAssignee[] {
  return reader.array(written, ['data', 'assignees']).map((assignee, index) => {
    const path = ['data', 'assignees', index];
    const actor = reader.object(assignee, path);
    if ('workspace_member_email_address' in actor) {
      reader.onlyKeys(actor, ['workspace_member_email_address'], path);
      const emailAddress = reader.string(actor.workspace_member_email_address, [...path, 'workspace_member_email_address']);
      return { emailAddress };
    }
    if (!isJsonObject(assignee)) return { memberId: '' };
    reader.oneOf(actor.referenced_actor_type, ['workspace-member'], [...path, 'referenced_actor_type']);
    return { memberId: reader.uuid(actor.referenced_actor_id, [...path, 'referenced_actor_id']) };
  });
}
