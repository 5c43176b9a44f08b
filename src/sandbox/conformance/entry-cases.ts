import { type ConformanceCase, createAttribute, createRecord } from './conformance-case.ts';
import { expectPart, type Service } from './service.ts';

type Entry = { id: { list_id: string; entry_id: string }; entry_values: Record<string, unknown[]> };

/** A list of companies. Lists cannot be deleted through the API, so that one stays behind in a live run. */
async function createList(service: Service): Promise<string> {
  const slug = service.word().replace('-', '_');
  const data = {
    name: slug,
    api_slug: slug,
    parent_object: 'companies',
    workspace_access: 'full-access',
    workspace_member_access: [],
  };
  expectPart(await service.data('create-list', {}, { body: { data } }), { api_slug: slug, parent_object: ['companies'] });
  return slug;
}

const wrap = (data: unknown) => ({ body: { data } });
const nowhere = '33ebdbe9-e529-47c9-b894-0ba25e9c15c0';

export const entryCases: readonly ConformanceCase[] = [
  {
    name: 'a list is made, read, listed and renamed; its slug is taken then',
    async run(service) {
      const list = await createList(service);
      expectPart(await service.data('get-list', { list }), { api_slug: list });
      expectPart(await service.data('update-list', { list }, wrap({ name: 'Renamed' })), { name: 'Renamed', api_slug: list });
      const lists = await service.data<{ api_slug: string }[]>('list-lists');
      expectPart(
        lists.find(({ api_slug }) => api_slug === list),
        { name: 'Renamed' },
      );
      const twin = {
        name: 'x',
        api_slug: list,
        parent_object: 'companies',
        workspace_access: 'full-access',
        workspace_member_access: [],
      };
      await service.refused({ status: 409, code: 'slug_conflict' }, 'create-list', {}, wrap(twin));
      await service.refused(
        { status: 404, code: 'not_found', message: 'List with slug/ID "no_such_thing" not found.' },
        'get-list',
        { list: 'no_such_thing' },
      );
    },
  },
  {
    name: 'a record is put into a list, asserted there, changed, found and taken out',
    async run(service) {
      const list = await createList(service);
      const place = { target: 'lists', identifier: list };
      const { api_slug: amount } = await createAttribute(service, 'number', {}, place);
      const { id } = await createRecord(service, 'companies', { name: service.word() });
      const parent = { parent_object: 'companies', parent_record_id: id.record_id };
      const entry = await service.data<Entry>('create-entry', { list }, wrap({ ...parent, entry_values: { [amount]: 1 } }));
      expectPart(entry, { ...parent, entry_values: { [amount]: [{ value: 1, attribute_type: 'number' }] } });
      const asserted = await service.data<Entry>('assert-entry', { list }, wrap({ ...parent, entry_values: { [amount]: 2 } }));
      expectPart(asserted, { id: entry.id, entry_values: { [amount]: [{ value: 2 }] } });
      const own = { list, entry_id: entry.id.entry_id };
      expectPart(await service.data('update-entry', own, wrap({ entry_values: { [amount]: 3 } })), {
        entry_values: { [amount]: [{ value: 3 }] },
      });
      expectPart(await service.data('overwrite-entry', own, wrap({ entry_values: { [amount]: 4 } })), {
        entry_values: { [amount]: [{ value: 4 }] },
      });
      expectPart(await service.data('get-entry', own), { id: entry.id });
      const found = (filter: unknown) => service.data('query-entries', { list }, { body: { filter } });
      expectPart(await found({ [amount]: { $gt: 3 } }), [{ id: entry.id }]);
      expectPart(await found({ [amount]: 1 }), []);
      const values = await service.data<{ value: number }[]>(
        'list-entry-values',
        { ...own, attribute: amount },
        {
          query: { show_historic: 'true' },
        },
      );
      expectPart(values.map(({ value }) => value).sort(), [1, 2, 3, 4]);
      const record = { object: 'companies', record_id: id.record_id };
      expectPart(await service.data('list-record-entries', record), [{ list_api_slug: list, entry_id: entry.id.entry_id }]);
      expectPart((await service.ask('delete-entry', own)).body, {});
      await service.refused({ status: 404, code: 'not_found' }, 'get-entry', own);
    },
  },
  {
    name: 'an entry of two is not asserted, and one of nothing is not made',
    async run(service) {
      const list = await createList(service);
      const { id } = await createRecord(service, 'companies', { name: service.word() });
      const body = wrap({ parent_object: 'companies', parent_record_id: id.record_id, entry_values: {} });
      await service.data('create-entry', { list }, body);
      await service.data('create-entry', { list }, body);
      await service.refused({ status: 400, code: 'multiple_match_results' }, 'assert-entry', { list }, body);
      const nothing = { parent_object: 'companies', parent_record_id: nowhere, entry_values: {} };
      await service.refused({ status: 400, code: 'value_not_found' }, 'create-entry', { list }, wrap(nothing));
    },
  },
  {
    name: 'a list has statuses, made, renamed and archived',
    async run(service) {
      const list = await createList(service);
      const place = { target: 'lists', identifier: list };
      const { api_slug: attribute } = await createAttribute(service, 'status', {}, place);
      const status = { ...place, attribute };
      const made = await service.data<{ id: { status_id: string } }>('create-status', status, wrap({ title: 'Open' }));
      expectPart(made, { title: 'Open', is_archived: false, celebration_enabled: false, target_time_in_status: null });
      await service.refused(
        { status: 409, code: 'slug_conflict', message: 'There is already another status with the title "Open".' },
        'create-status',
        status,
        wrap({ title: 'Open' }),
      );
      const own = { ...status, status: made.id.status_id };
      expectPart(await service.data('update-status', own, wrap({ title: 'Shut', celebration_enabled: true })), {
        title: 'Shut',
        celebration_enabled: true,
      });
      await service.data('update-status', own, wrap({ is_archived: true }));
      expectPart(await service.data('list-statuses', status), []);
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
