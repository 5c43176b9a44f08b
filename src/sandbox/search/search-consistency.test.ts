import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestClient, type TestClient } from '../test-client.ts';

let client: TestClient;
beforeAll(async () => {
  client = await startTestClient({ seed: 'empty' });
}, 60_000);
afterAll(() => client.close());

// Too short to be taken for one another.
const WORDS = ['axe', 'bud', 'cog', 'dim', 'elk', 'fir'];
const path = '/v2/objects/companies/records';

/** What a plain list of names says should be found, newest first. */
function expected(names: ReadonlyMap<string, string>, word: string): string[] {
  const ids = [...names].filter(([, name]) => name.split(' ').includes(word)).map(([id]) => id);
  return ids.toReversed();
}

it('search agrees with the records, whatever was made, renamed and deleted in whatever order', async () => {
  const name = fc.subarray(WORDS, { minLength: 1 }).map((words) => words.join(' '));
  const change = fc.oneof(
    fc.record({ kind: fc.constant('make'), name }),
    fc.record({ kind: fc.constant('rename'), name, which: fc.nat() }),
    fc.record({ kind: fc.constant('delete'), name, which: fc.nat() }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 5, maxLength: 15 }), async (changes) => {
      client.reset();
      const names = new Map<string, string>();
      for (const step of changes) {
        const id = 'which' in step ? [...names.keys()][step.which % Math.max(1, names.size)] : undefined;
        const data = { data: { values: { name: step.name } } };
        if (step.kind === 'make') {
          const { body } = await client.ask('POST', path, data);
          names.set((body as { data: { id: { record_id: string } } }).data.id.record_id, step.name);
        } else if (id !== undefined && step.kind === 'rename') {
          await client.ask('PATCH', `${path}/${id}`, data);
          names.set(id, step.name);
        } else if (id !== undefined) {
          await client.ask('DELETE', `${path}/${id}`);
          names.delete(id);
        }
      }
      for (const word of WORDS) {
        const body = { query: word, objects: ['companies'], request_as: { type: 'workspace' } };
        const answer = await client.ask('POST', '/v2/objects/records/search', body);
        const found = (answer.body as { data: { id: { record_id: string } }[] }).data.map(({ id }) => id.record_id);
        expect(found).toEqual(expected(names, word));
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);
