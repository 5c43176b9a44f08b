import { type ConformanceCase, createAttribute, createRecord, type WireRecord } from './conformance-case.ts';
import { Difference, expectPart, type Service } from './service.ts';

const wrap = (values: unknown) => ({ body: { data: { values } } });
const nowhere = '891dcbfc-9141-415d-9b2a-2238a6cc012d';

async function company(service: Service): Promise<{ record: WireRecord; domain: string }> {
  const domain = `${service.word()}.com`;
  return { record: await createRecord(service, 'companies', { name: service.word(), domains: [domain] }), domain };
}

export const recordCases: readonly ConformanceCase[] = [
  {
    name: 'a record is made, read, changed and deleted for good',
    async run(service) {
      const name = service.word();
      const record = await service.data<WireRecord>('create-record', { object: 'companies' }, wrap({ name }));
      const place = { object: 'companies', record_id: record.id.record_id };
      expectPart(record.values, { name: [{ value: name, active_until: null }], domains: [] });
      expectPart(record, { web_url: /\/company\/[0-9a-f-]{36}$/ });
      expectPart(await service.data('get-record', place), { id: record.id, values: { name: [{ value: name }] } });
      const changed = await service.data<WireRecord>('update-record', place, wrap({ description: 'Changed' }));
      expectPart(changed.values, { name: [{ value: name }], description: [{ value: 'Changed' }] });
      expectPart((await service.ask('delete-record', place)).body, {});
      const missing = { status: 404, code: 'not_found', message: `Record with ID "${record.id.record_id}" not found.` };
      await service.refused(missing, 'get-record', place);
      await service.refused(missing, 'delete-record', place);
    },
  },
  {
    name: 'values may be keyed by the id of their attribute, and are answered by slug',
    async run(service) {
      const place = { target: 'objects', identifier: 'companies', attribute: 'name' };
      const { id } = await service.data<{ id: { attribute_id: string } }>('get-attribute', place);
      const name = service.word();
      expectPart((await createRecord(service, 'companies', { [id.attribute_id]: [{ value: name }] })).values, {
        name: [{ value: name }],
      });
    },
  },
  {
    name: 'PATCH puts values in front of those of a multiselect, PUT replaces them',
    async run(service) {
      const { record, domain } = await company(service);
      const place = { object: 'companies', record_id: record.id.record_id };
      const other = `${service.word()}.com`;
      expectPart(await service.data('update-record', place, wrap({ domains: [other] })), {
        values: { domains: [{ domain: other }, { domain }] },
      });
      expectPart(await service.data('overwrite-record', place, wrap({ domains: [domain] })), {
        values: { domains: [{ domain }] },
      });
      expectPart(await service.data('overwrite-record', place, wrap({ domains: [] })), { values: { domains: [] } });
    },
  },
  {
    name: 'assert makes a record once, and changes it after that',
    async run(service) {
      const domain = `${service.word()}.com`;
      const assert = (values: unknown) =>
        service.data<WireRecord>(
          'assert-record',
          { object: 'companies' },
          { query: { matching_attribute: 'domains' }, ...wrap(values) },
        );
      const made = await assert({ domains: [domain], name: 'First' });
      service.later(() => service.ask('delete-record', { object: 'companies', record_id: made.id.record_id }));
      expectPart(await assert({ domains: [domain], name: 'Second' }), { id: made.id, values: { name: [{ value: 'Second' }] } });
    },
  },
  {
    name: 'assert refuses attributes that are unknown or not unique',
    async run(service) {
      const ask = (attribute: string) => ({ query: { matching_attribute: attribute }, ...wrap({ name: 'x' }) });
      await service.refused(
        {
          status: 400,
          code: 'value_not_found',
          message: 'No attribute was found for matching_attribute slug/ID "no_such_thing".',
        },
        'assert-record',
        { object: 'companies' },
        ask('no_such_thing'),
      );
      await service.refused(
        {
          status: 400,
          code: 'matching_attribute_definition_not_unique',
          message: 'The matching attribute specified is not a unique attribute.',
        },
        'assert-record',
        { object: 'companies' },
        ask('name'),
      );
    },
  },
  {
    name: 'a unique value is held by one record, even when many ask at once',
    async run(service) {
      const { domain } = await company(service);
      await service.refused(
        { status: 400, code: 'uniqueness_conflict' },
        'create-record',
        { object: 'companies' },
        wrap({ domains: [domain] }),
      );
      const contested = `${service.word()}.com`;
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => service.ask('create-record', { object: 'companies' }, wrap({ domains: [contested] }))),
      );
      const made = answers.filter(({ status }) => status === 200);
      for (const { body } of made) {
        const { record_id } = (body as { data: WireRecord }).data.id;
        service.later(() => service.ask('delete-record', { object: 'companies', record_id }));
      }
      if (made.length !== 1) throw new Difference(`${made.length} of 5 records were made with one unique value`);
    },
  },
  {
    name: 'an unknown attribute, null and unknown keys are refused',
    async run(service) {
      const refused = (expected: Parameters<Service['refused']>[0], values: unknown) =>
        service.refused(expected, 'create-record', { object: 'companies' }, wrap(values));
      await refused(
        { status: 400, code: 'value_not_found', message: 'Cannot find attribute with slug/ID "no_such_thing".' },
        { no_such_thing: 'x' },
      );
      await refused({ status: 400, code: 'validation_type', message: 'Body payload validation error.' }, { name: null });
      await service.refused(
        { status: 400, code: 'validation_type' },
        'create-record',
        { object: 'companies' },
        { body: { data: {} } },
      );
    },
  },
  {
    name: 'what is not there is a 404 in its words',
    async run(service) {
      await service.refused(
        { status: 404, code: 'not_found', message: 'Object with slug/ID "no_such_thing" not found.' },
        'create-record',
        { object: 'no_such_thing' },
        wrap({}),
      );
      await service.refused({ status: 404, code: 'not_found', message: `Record with ID "${nowhere}" not found.` }, 'get-record', {
        object: 'companies',
        record_id: nowhere,
      });
    },
  },
  {
    name: 'a value that is overwritten stays in the history',
    async run(service) {
      const { api_slug } = await createAttribute(service, 'text');
      const { id } = await createRecord(service, 'companies', { name: service.word(), [api_slug]: 'first' });
      const place = { object: 'companies', record_id: id.record_id };
      await service.data('update-record', place, wrap({ [api_slug]: 'second' }));
      const values = { ...place, attribute: api_slug };
      expectPart(await service.data('list-record-values', values), [{ value: 'second', active_until: null }]);
      const all = await service.data<{ value: string }[]>('list-record-values', values, { query: { show_historic: 'true' } });
      expectPart(all.map(({ value }) => value).sort(), ['first', 'second']);
    },
  },
  {
    name: 'both sides of a relationship change together',
    async run(service) {
      const { record } = await company(service);
      const person = await createRecord(service, 'people', {
        name: 'Case, Test',
        company: [{ target_object: 'companies', target_record_id: record.id.record_id }],
      });
      const read = await service.data<WireRecord>('get-record', { object: 'companies', record_id: record.id.record_id });
      expectPart(read.values.team, [{ target_object: 'people', target_record_id: person.id.record_id }]);
    },
  },
];
