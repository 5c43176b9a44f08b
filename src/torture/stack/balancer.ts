import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** One address for several replicas, connection by connection in turn. */
export interface Balancer {
  url: string;
  /** From now on these answer; connections that are open stay. */
  setReplicas(urls: readonly string[]): void;
  close(): Promise<void>;
}

const connected = (port: number): Promise<Socket | null> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('error', () => resolve(null));
    socket.once('connect', () => resolve(socket));
  });

/** A reset on the one side is a reset on the other; all else ends as it began. */
function join(one: Socket, other: Socket): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.on('error', () => to.resetAndDestroy());
    from.on('close', () => to.destroy());
    from.pipe(to);
  }
}

/** Starts a balancer that tries the next replica only when no connection could be made: nothing has been sent then. */
export async function startBalancer(): Promise<Balancer> {
  let ports: number[] = [];
  let turn = 0;
  const open = new Set<Socket>();
  const server = createServer((caller) => {
    open.add(caller);
    caller.once('close', () => open.delete(caller));
    caller.on('error', () => undefined);
    void connectToOne().then((replica) => {
      if (!replica) caller.resetAndDestroy();
      else if (caller.destroyed) replica.destroy();
      else join(caller, replica);
    });
  });

  async function connectToOne(): Promise<Socket | null> {
    turn += 1;
    for (let next = 0; next < ports.length; next += 1) {
      const port = ports[(turn + next) % ports.length];
      const socket = port === undefined ? null : await connected(port);
      if (socket) return socket;
    }
    return null;
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setReplicas(urls) {
      ports = urls.map((url) => Number(new URL(url).port));
    },
    async close() {
      const closed = once(server.close(), 'close');
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
