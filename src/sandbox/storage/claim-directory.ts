import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDirectory } from './make-directory.ts';

/**
 * Makes a data directory this process's own until the answered function is called: what is held in memory of a workspace
 * would not learn of what another process changes. One that ended without giving it back is not waited for. Throws one
 * clear sentence when another process has it.
 */
export function claimDirectory(directory: string): () => void {
  if (directory === ':memory:' || directory === '') return () => {};
  const path = join(directory, 'sandbox.pid');
  const holder = holderOf(path);
  if (holder !== undefined && holder !== process.pid && isRunning(holder))
    throw new Error(
      `--data ${directory} is in use by another sandbox (process ${holder}): end that one, or name another directory.`,
    );
  try {
    makeDirectory(directory);
    writeFileSync(path, String(process.pid));
  } catch {
    // Whether it can be written to is the database's to say.
    return () => {};
  }
  return () => rmSync(path, { force: true });
}

function holderOf(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
