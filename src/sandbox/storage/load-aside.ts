import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE, Store } from './store.ts';

const ASIDE = /^loading-\d+\.sqlite/;
// About what filling takes of the time; the rest is making the indexes.
const FILLING = 0.85;

/**
 * Makes the database of a directory in one piece: `fill` loads a new one that stands aside, without most of its indexes and
 * without any care for crashes, and yields how much of it is done, up to 1. It becomes the directory's database only when it is
 * whole and on the disk; what a broken off attempt left behind goes first. Yields in the same way, between steps of a second
 * or so (the last ones may take longer).
 */
export function* loadAside(directory: string, fill: (store: Store) => Generator<number>): Generator<number> {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) removeFiles(directory, (name) => ASIDE.test(name));
  // Two at once must not take each other's half for a whole: each has a file of its own.
  const aside = `loading-${process.pid}.sqlite`;
  const store = new Store(directory, aside);
  try {
    const indexes = store.beginLoading();
    for (const done of fill(store)) yield done * FILLING;
    for (const [index, sql] of indexes.entries()) {
      yield FILLING + ((1 - FILLING) * index) / indexes.length;
      store.execute(sql);
    }
  } finally {
    store.close();
  }
  toDisk(join(directory, aside));
  removeFiles(directory, (name) => name.startsWith(DATABASE));
  renameSync(join(directory, aside), join(directory, DATABASE));
  toDisk(directory);
  yield 1;
}

/** A database is a file and those that SQLite puts beside it under longer names. */
function removeFiles(directory: string, isOne: (name: string) => boolean): void {
  for (const name of readdirSync(directory).filter(isOne)) rmSync(join(directory, name));
}

function toDisk(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
