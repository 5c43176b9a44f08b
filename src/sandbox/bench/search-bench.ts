import { recordText } from '../records/record-text.ts';
import { recordsByKeys } from '../records/stored-record.ts';
import { activeValuesOf } from '../records/stored-value.ts';
import type { Sandbox } from '../sandbox.ts';
import { queryWords } from '../search/search-words.ts';
import { Random } from '../seed/random.ts';
import { BLOCK, syntheticBlock } from '../seed/synthetic-block.ts';
import { mistyped } from './mistyped.ts';
import { interleaved, type Timings } from './timings.ts';

/** What was measured of search: the floor is a record read by its primary key. */
export type SearchFigures = {
  timings: Record<'floor' | 'prefix' | 'word and prefix' | 'one typo' | 'domain', Timings>;
  /** How often somebody of the name meant was among the first ten hits for a mistyped name. */
  typoRecall: number;
};

const LIMIT = 25;
const LONG_ENOUGH = 5;

/** Searches people and companies of a workspace seeded with `count` of each, for names that are there. */
export function benchSearch(sandbox: Sandbox, count: number, rounds: number): SearchFigures {
  const random = new Random(count);
  const objects = ['people', 'companies'].flatMap((slug) => sandbox.schema.object(slug) ?? []);
  const samples = Array.from({ length: rounds }, () => sampled(count, random));
  const search = (query: string | undefined) => sandbox.search.find(query ?? '', objects, LIMIT);
  const timings = interleaved(rounds, {
    floor: (round) => sandbox.store.get('SELECT * FROM records WHERE key = ?', 1 + ((round * 7919) % (2 * count))),
    prefix: (round) => search(samples[round]?.prefix),
    'word and prefix': (round) => search(samples[round]?.wordAndPrefix),
    'one typo': (round) => search(samples[round]?.typo),
    domain: (round) => search(samples[round]?.domain),
  });
  const found = samples.filter(({ typo, name }) => textsOf(sandbox, search(typo).slice(0, 10)).includes(name));
  return { timings, typoRecall: found.length / rounds };
}

function sampled(count: number, random: Random) {
  const start = random.below(Math.max(1, Math.floor(count / BLOCK))) * BLOCK;
  const companies = syntheticBlock(start, count - start);
  const { people, domain } = random.pick(companies.filter((company) => company.people.length > 0));
  const { first, last } = random.pick(people);
  const words = queryWords(`${first} ${last}`);
  const word = random.pick(words);
  const long = words.filter((candidate) => candidate.length >= LONG_ENOUGH && /^[a-z]+$/.test(candidate));
  // Names without a long word have nothing to mistype; the next sample will.
  if (long.length === 0) return sampled(count, random);
  const meant = random.pick(long);
  const others = words.filter((candidate) => candidate !== meant);
  return {
    name: `${first} ${last}`,
    prefix: word.slice(0, 2 + random.below(5)),
    wordAndPrefix: `${words[0]} ${words[1]?.slice(0, 1 + random.below(3)) ?? ''}`,
    typo: [mistyped(meant, random), ...others].join(' '),
    domain: domain.split('.')[0],
  };
}

function textsOf(sandbox: Sandbox, keys: readonly number[]): string[] {
  const values = activeValuesOf(sandbox.store, keys);
  return recordsByKeys(sandbox.store, keys).map((record) => {
    const own = values.filter((value) => value.recordKey === record.key);
    return recordText(sandbox.schema.objectByKey(record.objectKey), own, sandbox);
  });
}
