import { type ConformanceCase, createAttribute, createRecord, type WireRecord } from './conformance-case.ts';
import { Difference, expectPart, type Service } from './service.ts';

const ids = (records: readonly WireRecord[]) => records.map(({ id }) => id.record_id);

/** Three companies of one run, found by the beginning of their names. */
async function three(service: Service) {
  const word = service.word();
  const amount = await createAttribute(service, 'number');
  const made: WireRecord[] = [];
  for (const [index, name] of ['Alpha', 'Beta', 'Gamma'].entries()) {
    made.push(
      await createRecord(service, 'companies', {
        name: `${word} ${name}`,
        domains: [`${name.toLowerCase()}.${word}.com`],
        ...(index < 2 && { [amount.api_slug]: index + 1 }),
      }),
    );
  }
  const query = (body: unknown) => service.data<WireRecord[]>('query-records', { object: 'companies' }, { body });
  const [alpha = '', beta = '', gamma = ''] = ids(made);
  return { word, amount: amount.api_slug, query, alpha, beta, gamma };
}

export const queryCases: readonly ConformanceCase[] = [
  {
    name: 'a query filters by equality, comparison, parts of text and emptiness',
    async run(service) {
      const { word, amount, query, alpha, beta, gamma } = await three(service);
      const own = { name: { $starts_with: word } };
      const sorts = [{ direction: 'asc', attribute: 'name' }];
      const found = async (filter: unknown) => ids(await query({ filter: { $and: [own, filter] }, sorts }));
      expectPart(ids(await query({ filter: { name: `${word} Alpha` } })), [alpha]);
      expectPart(await found({ [amount]: { $gte: 2 } }), [beta]);
      expectPart(await found({ [amount]: { $lt: 2 } }), [alpha]);
      expectPart(await found({ name: { $contains: 'BET' } }), [beta]);
      expectPart(await found({ name: { $ends_with: 'Gamma' } }), [gamma]);
      expectPart(await found({ name: { $in: [`${word} Alpha`, `${word} Gamma`] } }), [alpha, gamma]);
      expectPart(await found({ domains: { root_domain: `${word}.com` } }), [alpha, beta, gamma]);
      expectPart(await found({ $or: [{ [amount]: 1 }, { [amount]: 2 }] }), [alpha, beta]);
      expectPart(await found({ $not: { name: { $contains: 'alpha' } } }), [beta, gamma]);
    },
  },
  {
    name: 'a query sorts both ways and pages',
    async run(service) {
      const { word, query, alpha, beta, gamma } = await three(service);
      const filter = { name: { $starts_with: word } };
      const sorted = (direction: string, more: object = {}) =>
        query({ filter, sorts: [{ direction, attribute: 'name' }], ...more });
      expectPart(ids(await sorted('asc')), [alpha, beta, gamma]);
      expectPart(ids(await sorted('desc')), [gamma, beta, alpha]);
      expectPart(ids(await sorted('asc', { limit: 1, offset: 1 })), [beta]);
      expectPart(ids(await sorted('asc', { offset: 3 })), []);
    },
  },
  {
    name: 'a path leads to the records that are referred to',
    async run(service) {
      const { word, alpha } = await three(service);
      const person = await createRecord(service, 'people', {
        name: 'Case, Test',
        company: { target_object: 'companies', target_record_id: alpha },
      });
      const path = [
        ['people', 'company'],
        ['companies', 'domains'],
      ];
      const filter = { path, constraints: { domain: `alpha.${word}.com` } };
      const found = await service.data<WireRecord[]>('query-records', { object: 'people' }, { body: { filter } });
      expectPart(ids(found), [person.id.record_id]);
    },
  },
  {
    name: 'wrong filters are refused by their codes',
    async run(service) {
      const refused = (code: string, filter: unknown) =>
        service.refused({ status: 400, code }, 'query-records', { object: 'companies' }, { body: { filter } });
      await refused('unknown_filter_attribute_slug', { id: 'x' });
      await refused('unknown_filter_attribute_slug', { $not: { $or: [{ name: 'a' }] } });
      await refused('invalid_filter_operator', { name: { $nonsense: 1 } });
      await service.refused(
        { status: 404, code: 'not_found', message: 'The referenced object was not found.' },
        'query-records',
        { object: 'no_such_thing' },
        { body: {} },
      );
    },
  },
  {
    name: 'a query answers with its score',
    async run(service) {
      const { headers } = await service.ask('query-records', { object: 'people' }, { body: { limit: 1 } });
      if (!/^\d+(\.\d+)?$/.test(headers.get('x-attio-record-query-score') ?? ''))
        throw new Difference('no x-attio-record-query-score');
    },
  },
  {
    name: 'search finds a person by a piece of their address, a moment after they were made',
    async run(service) {
      const word = service.word();
      const person = await createRecord(service, 'people', { name: `Case, ${word}`, email_addresses: [`${word}@example.com`] });
      const body = { query: word, objects: ['people'], request_as: { type: 'workspace' }, limit: 5 };
      // Search follows a little later; how much is not documented.
      for (let attempt = 0; attempt < 20; attempt += 1) {
        const found = await service.data<WireRecord[]>('search-records', {}, { body });
        if (found.length > 0) {
          expectPart(found, [{ id: person.id, object_slug: 'people', email_addresses: [`${word}@example.com`] }]);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      throw new Difference('The person was not found within ten seconds');
    },
  },
  {
    name: 'search needs request_as, known objects and a short query',
    async run(service) {
      const body = { query: 'x', objects: ['people'], request_as: { type: 'workspace' } };
      const refused = (expected: { status: number; code: string; message?: string }, change: object) =>
        service.refused(expected, 'search-records', {}, { body: { ...body, ...change } });
      await refused(
        { status: 400, code: 'validation_type', message: 'Body payload validation error.' },
        { request_as: undefined },
      );
      await refused({ status: 400, code: 'validation_type' }, { query: 'x'.repeat(257) });
      await refused(
        { status: 400, code: 'value_not_found', message: 'Object with slug/ID "foobar" not found.' },
        { objects: ['foobar'] },
      );
    },
  },
];
