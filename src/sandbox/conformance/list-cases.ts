import { type ConformanceCase, createAttribute, createRecord } from './conformance-case.ts';
import { expectPart, type Service } from './service.ts';

type Entry = { id: { list_id: string; entry_id: string }; parent_record_id: string; created_at: string };

/** Makes a list of companies. Attio has no operation that would take it away again. */
async function createList(service: Service): Promise<string> {
  const name = service.word();
  const access = { workspace_access: 'full-access', workspace_member_access: [] };
  const data = { name, api_slug: name.replace('-', '_'), parent_object: 'companies', ...access };
  const list = await service.data<{ api_slug: string }>('create-list', {}, { body: { data } });
  expectPart(list, { name, api_slug: data.api_slug, parent_object: ['companies'], ...access });
  const message = `A list with api_slug "${data.api_slug}" already exists.`;
  await service.refused({ status: 409, code: 'slug_conflict', message }, 'create-list', {}, { body: { data } });
  return list.api_slug;
}

export const listCases: readonly ConformanceCase[] = [
  {
    name: 'a list takes attributes and entries, which are asserted, changed, queried, told of and deleted',
    async run(service) {
      const list = await createList(service);
      const place = { target: 'lists', identifier: list };
      const { api_slug: stage } = await createAttribute(service, 'status', {}, place);
      for (const title of ['New', 'Done']) {
        await service.data('create-status', { ...place, attribute: stage }, { body: { data: { title } } });
      }
      const word = service.word();
      const { id } = await createRecord(service, 'companies', { name: word });
      const about = { parent_object: 'companies', parent_record_id: id.record_id };
      const sent = (values: unknown) => ({ body: { data: { ...about, entry_values: values } } });
      const made = await service.data<Entry>('assert-entry', { list }, sent({ [stage]: 'New' }));
      expectPart(made, { ...about, entry_values: { [stage]: [{ status: { title: 'New' } }] } });
      const again = await service.data<Entry>('assert-entry', { list }, sent({ [stage]: 'Done' }));
      expectPart(again, { id: made.id });
      const entry = { list, entry_id: made.id.entry_id };
      expectPart(await service.data('get-entry', entry), again);
      expectPart(await service.data('list-entry-values', { ...entry, attribute: stage }, { query: { show_historic: 'true' } }), [
        { status: { title: 'New' } },
        { status: { title: 'Done' }, active_until: null },
      ]);
      const path = [
        [list, 'parent_record'],
        ['companies', 'name'],
      ];
      const asked = { body: { filter: { path, constraints: { value: word } } } };
      expectPart(await service.data('query-entries', { list }, asked), [{ id: made.id }]);
      const { list_id, entry_id } = made.id;
      expectPart(await service.data('list-record-entries', { object: 'companies', record_id: id.record_id }), [
        { list_id, list_api_slug: list, entry_id, created_at: made.created_at },
      ]);
      const twin = await service.data<Entry>('create-entry', { list }, sent({}));
      await service.refused({ status: 400, code: 'multiple_match_results' }, 'assert-entry', { list }, sent({}));
      for (const { id } of [made, twin]) await service.ask('delete-entry', { list, entry_id: id.entry_id });
      await service.refused({ status: 404, code: 'not_found' }, 'get-entry', entry);
    },
  },
  {
    name: 'a missing list is a 404 in the words of its operation',
    async run(service) {
      const list = { list: 'no_such_thing' };
      const missing = (message: string) => ({ status: 404, code: 'not_found', message });
      const body = {
        data: { parent_object: 'companies', parent_record_id: 'ff3f3bd4-40f4-4f80-8187-cd02385af424', entry_values: {} },
      };
      await service.refused(missing('List with slug/ID "no_such_thing" not found.'), 'get-list', list);
      await service.refused(missing('List with slug/ID "no_such_thing" not found.'), 'query-entries', list, { body: {} });
      await service.refused(missing('Could not find list with slug/ID "no_such_thing".'), 'create-entry', list, { body });
      await service.refused(missing('List with slug/ID "no_such_thing" was not found.'), 'assert-entry', list, { body });
    },
  },
];
