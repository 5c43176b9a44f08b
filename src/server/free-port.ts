import { createServer } from 'node:net';

// Below those the system gives to outgoing connections, or one of them may take a port between the look and the use.
const lowest = 20_000;
const count = 12_000;
let last = (process.pid * 17) % count;

/**
 * A port of an address that nobody listens on now; this process is given each only once.
 * @throws Error when all are taken
 */
export async function freePort(host: string): Promise<number> {
  for (let attempt = 0; attempt < count; attempt += 1) {
    last = (last + 1) % count;
    if (await isFree(host, lowest + last)) return lowest + last;
  }
  throw new Error(`No port of ${host} is free.`);
}

const isFree = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
