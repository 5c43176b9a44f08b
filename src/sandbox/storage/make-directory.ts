import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Makes a directory and those above it that are missing. One at a time: Node's own `recursive` never ends under /proc. */
export function makeDirectory(directory: string): void {
  const path = resolve(directory);
  const known = statSync(path, { throwIfNoEntry: false });
  if (known?.isDirectory()) return;
  const above = dirname(path);
  if (!known && above !== path) makeDirectory(above);
  mkdirSync(path);
}
