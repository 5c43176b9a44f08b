import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openSandbox } from '../open-sandbox.ts';
import { loadAside } from '../storage/load-aside.ts';
import { DATABASE, Store } from '../storage/store.ts';
import { seedConfiguration } from './seed-configuration.ts';
import { seedSynthetic } from './seed-synthetic.ts';

// Large enough to write much at once, small enough to hear of a signal soon.
const BATCHES_AT_ONCE = 5;
// About what the records take of the time; the rest is making them searchable.
const RECORDS = 0.9;

/**
 * Seeds a directory that holds no workspace yet with `count` companies and as many people. Killed half-way, it leaves nothing
 * that anybody would take for a workspace, and the next start begins anew. `report` hears how much is done, up to 1.
 */
export async function seedAside(directory: string, count: number, report: (done: number) => void): Promise<void> {
  if (holdsWorkspace(directory)) return;
  for (const done of loadAside(directory, (store) => fill(store, count))) {
    report(done);
    await nextTurn();
  }
}

function* fill(store: Store, count: number): Generator<number> {
  const sandbox = openSandbox(store, 0, () => '');
  store.transaction(() => seedConfiguration(sandbox, 'demo'));
  sandbox.search.beginLoading();
  const batches = seedSynthetic(sandbox, count);
  let made = 0;
  const next = (): boolean => {
    const batch = batches.next();
    if (!batch.done) made = batch.value;
    return !batch.done;
  };
  const several = (): boolean => Array.from({ length: BATCHES_AT_ONCE }, next).every(Boolean);
  while (store.transaction(several)) yield (made / (2 * count)) * RECORDS;
  for (const _ of sandbox.search.finishLoading()) yield RECORDS;
}

function holdsWorkspace(directory: string): boolean {
  if (!existsSync(join(directory, DATABASE))) return false;
  const store = new Store(directory);
  const found = store.get('SELECT 1 FROM workspace');
  store.close();
  return found !== undefined;
}
