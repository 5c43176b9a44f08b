import { queryRecords } from '../query/query-records.ts';
import { assertRecord } from '../records/assert-record.ts';
import { createRecord } from '../records/create-record.ts';
import { deleteRecord } from '../records/delete-record.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { readWrittenValues } from '../records/written-values.ts';
import type { Sandbox } from '../sandbox.ts';
import { syntheticBlock } from '../seed/synthetic-block.ts';
import { interleaved, type Timings } from './timings.ts';

const LIMIT = 25;
const at = '2026-02-01T00:00:00.000000000Z';
const write = { actor: { type: 'system', id: null } as const, at };

/** Reads and writes of records, the ways clients do; what is written is deleted again. */
export function benchRecords(sandbox: Sandbox, count: number, rounds: number): Record<string, Timings> {
  const { schema, store } = sandbox;
  const people = schema.object('people');
  const addresses = people && schema.attribute(people, 'email_addresses');
  if (!people || !addresses) throw new Error('The workspace has no people');
  const all = syntheticBlock(0, count);
  const staff = all.flatMap((company) => company.people);
  const person = (round: number) => staff[round % staff.length];
  const query = (filter: Record<string, unknown>, more = {}) =>
    queryRecords(sandbox, people, { filter, sorts: [], limit: LIMIT, offset: 0, ...more });
  const sorts = [{ attribute: 'name', direction: 'asc' as const }];
  const written: StoredRecord[] = [];
  const values = (round: number, name: string) => {
    const fields = {
      name: `Bench, ${name}`,
      email_addresses: [`bench.${name}${round}@${all[0]?.domain}`],
      company: all[0]?.domain,
    };
    return readWrittenValues(fields, people, sandbox);
  };

  const timings = interleaved(rounds, {
    'query: newest': () => query({}),
    'query: e-mail address': (round) => query({ email_addresses: person(round)?.emailAddress }),
    'query: name begins with': (round) =>
      query({ name: { full_name: { $starts_with: `${person(round)?.first} ${person(round)?.last}` } } }),
    'query: company by domain': (round) =>
      query({
        path: [
          ['people', 'company'],
          ['companies', 'domains'],
        ],
        constraints: { domain: all[round % all.length]?.domain },
      }),
    'query: sorted by name, page 100': () => query({}, { sorts, offset: 100 * LIMIT }),
    create: (round) => written.push(createRecord(sandbox, people, values(round, 'create'), write)),
    'assert: new': (round) => written.push(assertRecord(sandbox, people, addresses, values(round, 'assert'), write)),
    'assert: known': (round) => assertRecord(sandbox, people, addresses, values(round, 'assert'), write),
  });
  store.transaction(() => {
    for (const record of written) deleteRecord(sandbox, record, write);
  });
  return timings;
}

/** What has to read every value there is; a few rounds tell enough. */
export function benchScans(sandbox: Sandbox, rounds: number): Record<string, Timings> {
  const people = sandbox.schema.object('people');
  if (!people) throw new Error('The workspace has no people');
  const query = (filter: Record<string, unknown>) =>
    queryRecords(sandbox, people, { filter, sorts: [], limit: LIMIT, offset: 0 });
  return interleaved(rounds, {
    'scan: name contains': () => query({ name: { full_name: { $contains: 'qzx' } } }),
    'scan: first name is': () => query({ name: { first_name: 'Qzx' } }),
    'scan: country of a phone number': () => query({ phone_numbers: { country_code: 'QZ' } }),
  });
}
