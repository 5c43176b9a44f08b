import { type ConformanceCase, createRecord, someMember } from './conformance-case.ts';
import { expectPart } from './service.ts';

const nowhere = 'ff3f3bd4-40f4-4f80-8187-cd02385af424';

export const noteAndTaskCases: readonly ConformanceCase[] = [
  {
    name: 'a note is made on a record, read, listed and deleted',
    async run(service) {
      const { id } = await createRecord(service, 'companies', { name: service.word() });
      const about = { parent_object: 'companies', parent_record_id: id.record_id };
      const body = { data: { ...about, title: 'A call', format: 'plaintext', content: 'They are in.' } };
      const note = await service.data<{ id: { note_id: string } }>('create-note', {}, { body });
      expectPart(note, { ...about, title: 'A call', content_plaintext: 'They are in.', meeting_id: null, tags: [] });
      expectPart(await service.data('get-note', note.id), { id: note.id });
      expectPart(await service.data('list-notes', {}, { query: about }), [{ id: note.id }]);
      expectPart((await service.ask('delete-note', note.id)).body, {});
      const missing = { status: 404, code: 'not_found', message: `Note with ID "${note.id.note_id}" was not found.` };
      await service.refused(missing, 'get-note', note.id);
      await service.refused({ status: 404, code: 'not_found' }, 'delete-note', { note_id: nowhere });
      await service.refused(
        { status: 404, code: 'not_found', message: 'Object with slug/ID "no_such_thing" not found.' },
        'create-note',
        {},
        { body: { data: { ...body.data, parent_object: 'no_such_thing' } } },
      );
    },
  },
  {
    name: 'a task is made, changed, listed and deleted',
    async run(service) {
      const { id: memberId } = await someMember(service);
      const { id } = await createRecord(service, 'companies', { name: service.word() });
      const link = { target_object: 'companies', target_record_id: id.record_id };
      const assignee = { referenced_actor_type: 'workspace-member', referenced_actor_id: memberId };
      const data = {
        content: 'Follow up',
        format: 'plaintext',
        deadline_at: null,
        is_completed: false,
        linked_records: [link],
        assignees: [assignee],
      };
      const task = await service.data<{ id: { task_id: string } }>('create-task', {}, { body: { data } });
      expectPart(task, { content_plaintext: 'Follow up', is_completed: false, deadline_at: null, assignees: [assignee] });
      expectPart(await service.data('update-task', task.id, { body: { data: { is_completed: true } } }), { is_completed: true });
      const query = { linked_object: 'companies', linked_record_id: id.record_id };
      expectPart(await service.data('list-tasks', {}, { query }), [{ id: task.id, is_completed: true }]);
      expectPart(await service.data('get-task', task.id), { id: task.id });
      expectPart((await service.ask('delete-task', task.id)).body, {});
      await service.refused(
        { status: 404, code: 'not_found', message: `Could not find Task with ID "${task.id.task_id}".` },
        'get-task',
        task.id,
      );
      const { assignees: _left, ...incomplete } = data;
      await service.refused(
        { status: 400, code: 'validation_type', message: 'Body payload validation error.' },
        'create-task',
        {},
        { body: { data: incomplete } },
      );
    },
  },
];
