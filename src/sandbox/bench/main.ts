import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSandbox } from '../open-sandbox.ts';
import { defaultOptions } from '../options.ts';
import { DATABASE, Store } from '../storage/store.ts';
import { benchRecords, benchScans } from './record-bench.ts';
import { benchSearch } from './search-bench.ts';
import { seededDirectory } from './seeded-directory.ts';
import { startedCommand } from './started-command.ts';
import type { Timings } from './timings.ts';

/** Measures the sandbox at size and prints what it found: `npm run bench -- sandbox [--quick] [--seeds 10000,100000]`. */
const { values: flags } = parseArgs({ options: { quick: { type: 'boolean' }, seeds: { type: 'string' } } });
const seeds = (flags.seeds ?? (flags.quick ? '1000,10000' : '10000,100000,1000000')).split(',').map(Number);
const rounds = flags.quick ? 100 : 500;
const scans = 5;

type Row = Record<string, string | number>;
const rounded = (number: number) => Number(number.toPrecision(3));
const row = (seed: number, what: string, { p50, p99 }: Timings, floor: number): Row => ({
  seed,
  what,
  'p50 ms': rounded(p50),
  'p99 ms': rounded(p99),
  'p99 / floor': rounded(p99 / floor),
});

const speeds: Row[] = [];
const sizes: Row[] = [];
for (const seed of seeds) {
  const { directory, seeding } = await seededDirectory(seed);
  const store = new Store(directory);
  const sandbox = openSandbox(store, 0, () => '');
  benchSearch(sandbox, seed, Math.ceil(rounds / 10));
  const { timings, typoRecall } = benchSearch(sandbox, seed, rounds);
  const floor = timings.floor.p50;
  for (const [what, taken] of Object.entries(timings)) speeds.push(row(seed, `search: ${what}`, taken, floor));
  for (const [what, taken] of Object.entries(benchRecords(sandbox, seed, rounds))) speeds.push(row(seed, what, taken, floor));
  for (const [what, taken] of Object.entries(benchScans(sandbox, scans))) speeds.push(row(seed, what, taken, floor));
  store.close();

  const command = await startedCommand('--data', directory);
  await searchOverHttp(command.url);
  sizes.push({
    seed,
    records: 2 * seed,
    'typo recall@10': rounded(typoRecall),
    'seeding s': seeding ? rounded(seeding.seconds) : '?',
    'seeding CPU s': seeding ? rounded(seeding.cpuSeconds) : '?',
    'records/s': seeding ? Math.round((2 * seed) / seeding.seconds) : '?',
    'seeding peak MB': seeding ? Math.round(seeding.peakMb) : '?',
    'restart s': rounded(command.secondsToReady),
    'memory MB': Math.round((await command.usage()).memoryMb),
    'file MB': Math.round(statSync(join(directory, DATABASE)).size / 1e6),
  });
  await command.stop();
}
console.table(speeds);
console.table(sizes);
const p99 = (seed: number | undefined, what: string) =>
  Number(speeds.find((one) => one.seed === seed && one.what === what)?.['p99 ms']);
for (const what of ['search: prefix', 'search: word and prefix', 'search: one typo'])
  console.log(
    `${what}: p99 at ${seeds.at(-1)} is ${rounded(p99(seeds.at(-1), what) / p99(seeds[0], what))} × that at ${seeds[0]}`,
  );

/** Lets the sandbox work for a while before its memory is looked at. */
async function searchOverHttp(url: string): Promise<void> {
  const headers = { authorization: `Bearer ${defaultOptions.apiKey}`, 'content-type': 'application/json' };
  for (const query of ['an', 'emma', 'emma sm', 'lindqvsit', 'scmhidt', 'info', 'tan', 'zhang', '1415', 'silva'].flatMap((word) =>
    Array(20).fill(word),
  )) {
    const body = JSON.stringify({ query, objects: ['people', 'companies'], request_as: { type: 'workspace' } });
    await (await fetch(`${url}/v2/objects/records/search`, { method: 'POST', headers, body })).text();
  }
}
