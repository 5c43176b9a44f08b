import { type ConformanceCase, createAttribute, createRecord, someMember, type WireRecord } from './conformance-case.ts';
import { expectPart, type Service } from './service.ts';

type Form = { written: unknown; read: Record<string, unknown>[] };

/** Written forms of every type that reads back without other records, each with what it reads as. */
const forms: Record<string, Form[]> = {
  text: [
    { written: 'x', read: [{ value: 'x' }] },
    { written: [{ value: 'x' }], read: [{ value: 'x' }] },
  ],
  number: [
    { written: 3.14, read: [{ value: 3.14 }] },
    { written: [{ value: 0 }], read: [{ value: 0 }] },
  ],
  checkbox: [
    { written: true, read: [{ value: true }] },
    { written: 'true', read: [{ value: true }] },
    { written: { value: false }, read: [{ value: false }] },
  ],
  currency: [
    { written: 4.99, read: [{ currency_value: 4.99, currency_code: 'EUR' }] },
    { written: '4.99', read: [{ currency_value: 4.99 }] },
    { written: { currency_value: 4200 }, read: [{ currency_value: 4200 }] },
  ],
  date: [
    { written: '2024-01-31', read: [{ value: '2024-01-31' }] },
    { written: { value: '2024-01' }, read: [{ value: '2024-01-01' }] },
  ],
  timestamp: [
    { written: '2024-01-31T10:00:00Z', read: [{ value: '2024-01-31T10:00:00.000000000Z' }] },
    { written: { value: '2024-01-31T10:00:00.5+02:00' }, read: [{ value: '2024-01-31T08:00:00.500000000Z' }] },
  ],
  rating: [
    { written: 5, read: [{ value: 5 }] },
    { written: { value: 0 }, read: [{ value: 0 }] },
  ],
  location: [
    {
      written: {
        ...{ line_1: '1 Infinite Loop', line_2: null, line_3: null, line_4: null, locality: 'Cupertino', region: 'CA' },
        ...{ postcode: '95014', country_code: 'US', latitude: null, longitude: null },
      },
      read: [{ line_1: '1 Infinite Loop', locality: 'Cupertino', country_code: 'US', latitude: null }],
    },
  ],
  'phone-number': [
    { written: ['+447777777777'], read: [{ phone_number: '+447777777777', country_code: 'GB' }] },
    {
      written: [{ original_phone_number: '07700900123', country_code: 'GB' }],
      read: [{ original_phone_number: '07700900123', phone_number: '+447700900123' }],
    },
  ],
};

const config = { currency: { default_currency_code: 'EUR', display_type: 'symbol' } };
const multi = new Set(['phone-number']);

const wrap = (values: unknown) => ({ body: { data: { values } } });

const formCases = Object.entries(forms).map(
  ([type, list]): ConformanceCase => ({
    name: `${type} is written in each of its forms, read back, and cleared`,
    async run(service) {
      const { api_slug } = await createAttribute(service, type, {
        is_multiselect: multi.has(type),
        ...(type === 'currency' && { config }),
      });
      const { id } = await createRecord(service, 'companies', { name: service.word() });
      const place = { object: 'companies', record_id: id.record_id };
      for (const { written, read } of list) {
        const { values } = await service.data<WireRecord>('overwrite-record', place, wrap({ [api_slug]: written }));
        expectPart(
          values[api_slug],
          read.map((fields) => ({ ...fields, attribute_type: type, active_until: null })),
          `${type} ${JSON.stringify(written)}`,
        );
      }
      expectPart((await service.data<WireRecord>('overwrite-record', place, wrap({ [api_slug]: [] }))).values[api_slug], []);
    },
  }),
);

/** Values that must be refused, by type. */
const misfits: Record<string, unknown[]> = {
  number: ['many', { value: 'many' }, { number: 1 }],
  checkbox: ['perhaps', 2],
  currency: ['much', { value: 1, currency: 'EUR' }],
  date: ['tomorrow', 5],
  timestamp: ['tomorrow'],
  rating: [6, -1, 'five'],
  location: [{ line_1: 'only this' }],
};

const misfitCases = Object.entries(misfits).map(
  ([type, list]): ConformanceCase => ({
    name: `${type} refuses what is none`,
    async run(service) {
      const { api_slug } = await createAttribute(service, type, type === 'currency' ? { config } : {});
      for (const value of list)
        await service.refused(
          { status: 400, code: 'validation_type' },
          'create-record',
          { object: 'companies' },
          wrap({ [api_slug]: value }),
        );
    },
  }),
);

export const valueCases: readonly ConformanceCase[] = [
  ...formCases,
  ...misfitCases,
  {
    name: 'a select takes titles and ids of its options, several where it may, and makes none',
    async run(service) {
      const { api_slug } = await createAttribute(service, 'select', { is_multiselect: true });
      const place = { target: 'objects', identifier: 'companies', attribute: api_slug };
      const option = (title: string) =>
        service.data<{ id: { option_id: string } }>('create-option', place, { body: { data: { title } } });
      const [, second] = [await option('A'), await option('B')];
      const written = ['A', { option: second.id.option_id }];
      const { values } = await createRecord(service, 'companies', { name: service.word(), [api_slug]: written });
      expectPart(values[api_slug], [{ option: { title: 'A' } }, { option: { title: 'B', id: second.id } }]);
      const refused = (value: unknown, code: string, message?: RegExp) =>
        service.refused(
          { status: 400, code, ...(message && { message }) },
          'create-record',
          { object: 'companies' },
          wrap({ [api_slug]: value }),
        );
      await refused(['C'], 'value_not_found', /select option/);
      await refused('A', 'validation_type', /Multi-select attribute expects an array/);
    },
  },
  {
    name: 'an actor is a member by address or id, and nobody else',
    async run(service) {
      const { api_slug } = await createAttribute(service, 'actor-reference');
      const { id, emailAddress } = await someMember(service);
      const read = [{ referenced_actor_type: 'workspace-member', referenced_actor_id: id }];
      for (const written of [emailAddress, { workspace_member_email_address: emailAddress }, read[0]]) {
        const record = await createRecord(service, 'companies', { name: service.word(), [api_slug]: written });
        expectPart(record.values[api_slug], read);
      }
      await service.refused(
        { status: 400 },
        'create-record',
        { object: 'companies' },
        wrap({ [api_slug]: 'nobody@nowhere.org' }),
      );
    },
  },
  {
    name: 'a record is referred to by id, by a matching attribute and by a bare address, and never made',
    async run(service) {
      const emailAddress = `${service.word()}@example.com`;
      const person = await createRecord(service, 'people', { name: 'Case, Test', email_addresses: [emailAddress] });
      const config = { record_reference: { allowed_objects: ['people'] } };
      const { api_slug } = await createAttribute(service, 'record-reference', { is_multiselect: true, config });
      const read = [{ target_object: 'people', target_record_id: person.id.record_id }];
      for (const written of [
        read,
        [{ target_object: 'people', email_addresses: [{ email_address: emailAddress }] }],
        [emailAddress],
      ]) {
        const record = await createRecord(service, 'companies', { name: service.word(), [api_slug]: written });
        expectPart(record.values[api_slug], read);
      }
      const refused = (value: unknown, message?: RegExp) =>
        service.refused(
          { status: 400, ...(message && { message }) },
          'create-record',
          { object: 'companies' },
          wrap({ [api_slug]: [value] }),
        );
      await refused(`${service.word()}@example.com`);
      await refused({ target_record_id: person.id.record_id }, /Missing target_object on record reference value/);
      await refused(person.id.record_id);
    },
  },
  {
    name: 'names, addresses and domains are taken apart',
    async run(service) {
      const word = service.word();
      const person = await createRecord(service, 'people', {
        name: 'Lovelace, Ada',
        email_addresses: [{ email_address: `Ada.${word}@Mail.Example.co.uk` }],
      });
      expectPart(person.values, {
        name: [{ first_name: 'Ada', last_name: 'Lovelace', full_name: 'Ada Lovelace' }],
        email_addresses: [
          {
            email_address: `ada.${word}@mail.example.co.uk`,
            email_domain: 'mail.example.co.uk',
            email_root_domain: 'example.co.uk',
            email_local_specifier: `ada.${word}`,
          },
        ],
      });
      const company = await createRecord(service, 'companies', { domains: [`https://app.${word}.com/path?x=1`] });
      expectPart(company.values.domains, [{ domain: `app.${word}.com`, root_domain: `${word}.com` }]);
      await refuseAddress(service);
    },
  },
];

async function refuseAddress(service: Service): Promise<void> {
  for (const address of ['nonsense', 'a@b', '@example.com']) {
    await service.refused(
      { status: 400, code: 'validation_type' },
      'create-record',
      { object: 'people' },
      wrap({ email_addresses: [address] }),
    );
  }
}
