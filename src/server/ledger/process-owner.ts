import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** One running server, as the rows it is at name it. */
export interface ProcessOwner {
  name: string;
  /** Whether an owner certainly runs no more: one of this host whose process is gone. Of other hosts nobody can tell. */
  isGone(owner: string): boolean;
}

export function processOwner(): ProcessOwner {
  const own = `${hostname()}/${process.pid}/${randomUUID()}`;
  return {
    name: own,
    isGone(owner) {
      const [host, pid] = owner.split('/');
      if (host !== hostname() || owner === own) return false;
      // Numbers are given again: the process that has ours now is we.
      return Number(pid) === process.pid || !isRunning(Number(pid));
    },
  };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
