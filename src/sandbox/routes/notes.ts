import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { deleteNotes, readNotes, writeNotes } from '../http/api-scope.ts';
import { BodyReader } from '../http/body-reader.ts';
import { writeOf } from '../http/caller.ts';
import { uuidParameter } from '../http/path-parameters.ts';
import { idParameter, pageParameters, textParameter } from '../http/query-parameters.ts';
import { type Note, Notes } from '../notes/notes.ts';
import { plainText } from '../notes/plain-text.ts';
import { recordOf } from '../records/stored-record.ts';
import type { Sandbox } from '../sandbox.ts';
import { isoTime } from '../values/iso-time.ts';
import { usableObject } from '../workspace/usable-object.ts';

const FORMATS = ['plaintext', 'markdown'];

/** `/v2/notes` (docs.attio.com/rest-api/endpoint-reference/notes). There is no update. */
export function registerNoteRoutes(api: FastifyInstance, sandbox: Sandbox): void {
  const { schema, store } = sandbox;
  const notes = new Notes(store);

  api.get('/notes', { config: { scopes: readNotes } }, async (request) => {
    const page = pageParameters(request, { fallback: 10, max: 50 });
    const slugOrId = textParameter(request, 'parent_object');
    const recordId = idParameter(request, 'parent_record_id') ?? null;
    const object = slugOrId === undefined ? undefined : usableObject(schema, slugOrId);
    if (object && recordId !== null && !recordOf(store, object, recordId)) throw refusals.recordNotFound(recordId);
    return { data: notes.list({ objectKey: object?.key ?? null, recordId }, page).map(present) };
  });

  api.post('/notes', { config: { scopes: writeNotes, writes: true } }, async (request) => {
    const written = noteBody(request.body, sandbox.now());
    const object = usableObject(schema, written.parentObject);
    const record = recordOf(store, object, written.parentRecordId);
    if (!record) throw refusals.recordNotFound(written.parentRecordId);
    if (written.meetingId !== null) throw refusals.meetingNotFound(written.meetingId);
    const write = writeOf(request, sandbox);
    const note = store.transaction(() => {
      const kept = notes.byId(notes.add(record.key, { ...written, createdAt: written.createdAt ?? write.at }, write));
      if (!kept) throw new Error('A note just made is missing');
      sandbox.events.tell({ event_type: 'note.created', ...told(kept), actor: write.actor });
      return kept;
    });
    return { data: present(note) };
  });

  api.get('/notes/:note_id', { config: { scopes: readNotes } }, async (request) => ({ data: present(addressed(request)) }));

  api.delete('/notes/:note_id', { config: { scopes: deleteNotes, writes: true } }, async (request) => {
    const note = addressed(request);
    store.transaction(() => {
      notes.delete(note);
      sandbox.events.tell({ event_type: 'note.deleted', ...told(note), actor: writeOf(request, sandbox).actor });
    });
    return {};
  });

  function addressed(request: FastifyRequest): Note {
    const id = uuidParameter(request, 'note_id');
    const note = notes.byId(id);
    if (!note) throw refusals.noteNotFound(id);
    return note;
  }

  /** What an event says of a note beside its type and actor. */
  function told(note: Note) {
    return {
      id: { workspace_id: sandbox.workspace.id, note_id: note.id },
      parent_object_id: schema.objectByKey(note.objectKey).id,
      parent_record_id: note.recordId,
    };
  }

  function present(note: Note): unknown {
    return {
      id: { workspace_id: sandbox.workspace.id, note_id: note.id },
      parent_object: schema.objectByKey(note.objectKey).slug,
      parent_record_id: note.recordId,
      title: note.title,
      meeting_id: null,
      content_plaintext: note.plaintext,
      content_markdown: note.markdown,
      // Only Attio's editor tags people and records.
      tags: [],
      created_by_actor: note.actor,
      created_at: note.createdAt,
    };
  }
}

function noteBody(body: unknown, now: Date) {
  const reader = new BodyReader();
  const data = reader.object(reader.object(body, []).data, ['data']);
  const parentObject = reader.string(data.parent_object, ['data', 'parent_object']);
  const parentRecordId = reader.uuid(data.parent_record_id, ['data', 'parent_record_id']);
  const title = reader.string(data.title, ['data', 'title']);
  const format = reader.oneOf(data.format, FORMATS, ['data', 'format']);
  const content = reader.string(data.content, ['data', 'content']);
  const { meeting_id: meeting } = data;
  const meetingId = meeting === undefined || meeting === null ? null : reader.uuid(meeting, ['data', 'meeting_id']);
  const createdAt = data.created_at === undefined ? undefined : pastMoment(reader, data.created_at, now);
  reader.finish();
  const plaintext = format === 'markdown' ? plainText(content) : content;
  return { parentObject, parentRecordId, title, plaintext, markdown: content, meetingId, createdAt };
}

/** "Dates before 1970 or in the future are not allowed." */
function pastMoment(reader: BodyReader, written: unknown, now: Date): string | undefined {
  const path = ['data', 'created_at'];
  const moment = isoTime(reader.string(written, path));
  const isAllowed = moment !== undefined && moment >= '1970' && Date.parse(moment) <= now.getTime();
  if (typeof written === 'string' && !isAllowed) reader.invalid(path);
  return moment;
}
