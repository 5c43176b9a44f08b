import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { deleteTasks, readTasks, writeTasks } from '../http/api-scope.ts';
import { writeOf } from '../http/caller.ts';
import { uuidParameter } from '../http/path-parameters.ts';
import { booleanParameter, idParameter, pageParameters, textParameter } from '../http/query-parameters.ts';
import { recordOf } from '../records/stored-record.ts';
import type { Sandbox } from '../sandbox.ts';
import { type Task, type TaskChange, Tasks } from '../tasks/tasks.ts';
import { recordMatching } from '../values/record-matching.ts';
import type { Member } from '../workspace/members.ts';
import { usableObject } from '../workspace/usable-object.ts';
import { isUuid } from '../workspace/uuid.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import { changedTaskBody, newTaskBody, type TaskBody, type WrittenAssignee, type WrittenLink } from './task-body.ts';

const ORDERS = ['created_at:asc', 'created_at:desc'];

/** `/v2/tasks` (docs.attio.com/rest-api/endpoint-reference/tasks). */
export function registerTaskRoutes(api: FastifyInstance, sandbox: Sandbox): void {
  const { schema, store, members } = sandbox;
  const tasks = new Tasks(store);
  const writing = { config: { scopes: writeTasks, writes: true } };

  api.get('/tasks', { config: { scopes: readTasks } }, async (request) => {
    const page = pageParameters(request, { fallback: 500, max: 500 });
    const sort = textParameter(request, 'sort') ?? 'created_at:asc';
    if (!ORDERS.includes(sort)) throw refusals.invalidQuery({ code: 'invalid', path: ['sort'], message: 'Invalid input' });
    const filter = {
      recordKey: linkedRecord(request),
      assignee: assigneeOf(textParameter(request, 'assignee')),
      isCompleted: textParameter(request, 'is_completed') === undefined ? null : booleanParameter(request, 'is_completed'),
      isNewestFirst: sort === 'created_at:desc',
    };
    return { data: tasks.list(filter, page).map(present) };
  });

  api.post('/tasks', writing, async (request) => {
    const body = newTaskBody(request.body);
    const write = writeOf(request, sandbox);
    const task = store.transaction(() => {
      const { deadlineAt, isCompleted } = body;
      const change = {
        deadlineAt,
        isCompleted,
        linkedRecords: recordKeys(body.linkedRecords),
        assignees: memberIds(body.assignees),
      };
      const kept = stored(tasks.add(body.content, change, write));
      sandbox.events.tell({ event_type: 'task.created', id: idOf(kept), actor: write.actor });
      return kept;
    });
    return { data: present(task) };
  });

  api.get('/tasks/:task_id', { config: { scopes: readTasks } }, async (request) => ({ data: present(addressed(request)) }));

  api.patch('/tasks/:task_id', writing, async (request) => {
    uuidParameter(request, 'task_id');
    const { isEmpty, ...body } = changedTaskBody(request.body);
    const task = addressed(request);
    if (isEmpty) throw refusals.emptyUpdate();
    const write = writeOf(request, sandbox);
    store.transaction(() => {
      tasks.change(task.id, looked(body), write);
      sandbox.events.tell({ event_type: 'task.updated', id: idOf(task), actor: write.actor });
    });
    return { data: present(stored(task.id)) };
  });

  api.delete('/tasks/:task_id', { config: { scopes: deleteTasks, writes: true } }, async (request) => {
    const task = addressed(request);
    store.transaction(() => {
      tasks.delete(task);
      sandbox.events.tell({ event_type: 'task.deleted', id: idOf(task), actor: writeOf(request, sandbox).actor });
    });
    return {};
  });

  function addressed(request: FastifyRequest): Task {
    const id = uuidParameter(request, 'task_id');
    const task = tasks.byId(id);
    if (!task) throw refusals.taskNotFound(id);
    return task;
  }

  function stored(id: string): Task {
    const task = tasks.byId(id);
    if (!task) throw new Error('A task just written is missing');
    return task;
  }

  function looked({ linkedRecords, assignees, ...rest }: Omit<TaskBody, 'content'>): TaskChange {
    return {
      ...rest,
      ...(linkedRecords && { linkedRecords: recordKeys(linkedRecords) }),
      ...(assignees && { assignees: memberIds(assignees) }),
    };
  }

  function recordKeys(links: readonly WrittenLink[]): number[] {
    return links.map((link) => {
      const object = usableObject(schema, link.object);
      const id = 'recordId' in link ? link.recordId : matched(object, link.attribute, link.value);
      const record = recordOf(store, object, id);
      if (!record) throw refusals.recordNotFound(id);
      return record.key;
    });
  }

  function matched(object: WorkspaceObject, key: string, value: unknown): string {
    const attribute = schema.attribute(object, key);
    if (!attribute) throw refusals.unknownAttribute(key);
    return recordMatching(object, attribute, value, attribute, sandbox);
  }

  function memberIds(assignees: readonly WrittenAssignee[]): string[] {
    return assignees.map((assignee) => {
      if ('memberId' in assignee) return member(assignee.memberId).id;
      return member(assignee.emailAddress).id;
    });
  }

  /** (assumed) refusals: those of an owner who is no member. */
  function member(idOrEmailAddress: string): Member {
    const isId = isUuid(idOrEmailAddress);
    const found = isId ? members.byId(idOrEmailAddress.toLowerCase()) : members.byEmailAddress(idOrEmailAddress);
    if (found) return found;
    throw isId ? refusals.actorIdNotFound(idOrEmailAddress) : refusals.actorEmailNotFound(idOrEmailAddress);
  }

  /** `?assignee=` a member's id or address; empty or `null` for tasks that nobody has. */
  function assigneeOf(written: string | undefined): string | null {
    if (written === undefined) return null;
    return written === '' || written === 'null' ? 'nobody' : member(written).id;
  }

  /** `?linked_object=&linked_record_id=`, both or neither. */
  function linkedRecord(request: FastifyRequest): number | null {
    const slugOrId = textParameter(request, 'linked_object');
    const id = idParameter(request, 'linked_record_id');
    if (slugOrId === undefined && id === undefined) return null;
    if (slugOrId === undefined || id === undefined) {
      const path = [slugOrId === undefined ? 'linked_object' : 'linked_record_id'];
      throw refusals.invalidQuery({ code: 'invalid_type', path, message: 'Required', expected: 'string', received: 'undefined' });
    }
    const record = recordOf(store, usableObject(schema, slugOrId), id);
    if (!record) throw refusals.recordNotFound(id);
    return record.key;
  }

  function idOf(task: Task) {
    return { workspace_id: sandbox.workspace.id, task_id: task.id };
  }

  function present(task: Task): unknown {
    return {
      id: idOf(task),
      content_plaintext: task.content,
      is_completed: task.completedAt !== null,
      // Answered by the real service, though its document does not have it.
      completed_at: task.completedAt,
      deadline_at: task.deadlineAt,
      linked_records: task.linkedRecords.map(({ objectKey, recordId }) => ({
        // An id by name, a slug by content, as documented.
        target_object_id: schema.objectByKey(objectKey).slug,
        target_record_id: recordId,
      })),
      assignees: task.assignees.map((id) => ({ referenced_actor_type: 'workspace-member', referenced_actor_id: id })),
      created_by_actor: task.actor,
      created_at: task.createdAt,
    };
  }
}
