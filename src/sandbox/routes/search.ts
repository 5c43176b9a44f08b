import type { FastifyInstance } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { readRecords } from '../http/api-scope.ts';
import { BodyReader } from '../http/body-reader.ts';
import { recordIdOf } from '../records/record-id-of.ts';
import { recordText } from '../records/record-text.ts';
import { recordsByKeys } from '../records/stored-record.ts';
import { activeValuesOf, type StoredValue } from '../records/stored-value.ts';
import type { Sandbox } from '../sandbox.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import { requestAs } from './request-as.ts';

const MAX_QUERY = 256;
const MAX_LIMIT = 25;

/** `POST /v2/objects/records/search`, a beta of Attio's (docs.attio.com/rest-api/endpoint-reference/records/search-records). */
export function registerSearchRoute(api: FastifyInstance, sandbox: Sandbox): void {
  api.post('/objects/records/search', { config: { scopes: readRecords } }, async (request) => {
    const { query, objects, limit, member } = searchOf(request.body);
    member(sandbox.members);
    const searched = objects.map((slugOrId) => {
      const object = sandbox.schema.object(slugOrId);
      if (!object) throw refusals.searchedObjectNotFound(slugOrId);
      if (!object.isEnabled) throw refusals.objectDisabled(object.id);
      return object;
    });
    const keys = sandbox.search.find(query, searched, limit);
    return { data: hits(sandbox, keys) };
  });
}

function searchOf(body: unknown) {
  const reader = new BodyReader();
  const root = reader.object(body, []);
  const query = reader.string(root.query, ['query']);
  if (query.length > MAX_QUERY) {
    reader.note({ code: 'too_big', path: ['query'], message: `String must contain at most ${MAX_QUERY} character(s)` });
  }
  const names = reader.array(root.objects, ['objects']);
  const objects = names.map((name, index) => reader.string(name, ['objects', index]));
  if (Array.isArray(root.objects) && names.length === 0) {
    reader.note({ code: 'too_small', path: ['objects'], message: 'Array must contain at least 1 element(s)' });
  }
  const limit = reader.integer(root.limit, ['limit'], { min: 1, max: MAX_LIMIT, fallback: MAX_LIMIT });
  const member = requestAs(reader, root.request_as);
  reader.finish();
  return { query, objects, limit, member };
}

function hits(sandbox: Sandbox, keys: readonly number[]): unknown[] {
  const values = activeValuesOf(sandbox.store, keys);
  return recordsByKeys(sandbox.store, keys).map((record) => {
    const object = sandbox.schema.objectByKey(record.objectKey);
    const own = values.filter((value) => value.recordKey === record.key);
    return {
      id: recordIdOf(sandbox, record),
      record_text: recordText(object, own, sandbox),
      record_image: null,
      object_slug: object.slug,
      ...plainValues(sandbox, object, own),
    };
  });
}

/** People come with their e-mail addresses and phone numbers, companies with their domains, as plain strings. */
function plainValues({ schema }: Sandbox, object: WorkspaceObject, values: readonly StoredValue[]): Record<string, string[]> {
  const extra = { people: ['email_addresses', 'phone_numbers'], companies: ['domains'] }[object.slug] ?? [];
  return Object.fromEntries(
    extra.map((slug) => {
      const attribute = schema.attribute(object, slug);
      return [slug, values.filter((value) => value.attributeKey === attribute?.key).map((value) => value.matchKey)];
    }),
  );
}
