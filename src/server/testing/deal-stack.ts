import type { DealForm, Field } from '../../contract/deal-form.ts';
import { dealFormSchema } from '../../contract/deal-form.ts';
import { freePort } from '../free-port.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { Rep } from './rep.ts';
import { startTestServer, type TestServer, type TestServerOptions, testClient } from './start-test-server.ts';

/** How a test starts the neighbour: this folder does not know it. */
export type StartNeighbour<More extends object = object> = (
  options: {
    port: number;
    data: string;
    seed: number;
    control: boolean;
    clientId: string;
    clientSecret: string;
    redirectUris: readonly string[];
  } & More,
) => Promise<{ url: string; close(): Promise<void>; reset(): void }>;

export interface DealStack {
  sandbox: { url: string; reset(): void };
  proxy: FaultProxy;
  server: TestServer;
  port: number;
  /** How many deals of that name the workspace really has: asked of the sandbox itself. */
  dealsNamed(name: string): Promise<number>;
  close(): Promise<void>;
}

/** A workspace, something between that can go wrong, and a server. */
export async function startDealStack(
  start: StartNeighbour,
  { isAppBehindProxy = false, ...options }: Partial<TestServerOptions> & { isAppBehindProxy?: boolean } = {},
): Promise<DealStack> {
  const port = await freePort('127.0.0.1');
  const redirectUris = [`http://127.0.0.1:${port}/auth/callback`];
  const sandbox = await start({ port: 0, data: ':memory:', seed: 20, control: true, ...testClient, redirectUris });
  const proxy = await startFaultProxy(sandbox.url);
  const server = await startTestServer({
    apiUrl: proxy.url,
    appUrl: isAppBehindProxy ? proxy.url : sandbox.url,
    port,
    ...options,
  });
  return {
    sandbox,
    proxy,
    server,
    port,
    async dealsNamed(name) {
      const token = proxy.arrived.findLast(({ authorization }) => authorization)?.authorization ?? '';
      const answer = await fetch(`${sandbox.url}/v2/objects/deals/records/query`, {
        method: 'POST',
        headers: { authorization: token, 'content-type': 'application/json' },
        body: JSON.stringify({ filter: { name } }),
      });
      return ((await answer.json()) as { data: unknown[] }).data.length;
    },
    async close() {
      await server.close();
      await proxy.close();
      await sandbox.close();
    },
  };
}

/** A rep who is signed in, with the workspace's fields. */
export async function signedInRep(url: string, email = 'ana@northwind.com') {
  const rep = new Rep(url);
  await rep.signIn({ email });
  const form: DealForm = dealFormSchema.parse((await rep.call('/api/deal-form')).json);
  const field = (slug: string): Field => {
    const found = form.fields.find((one) => one.slug === slug);
    if (!found) throw new Error(`The workspace has no field ${slug}`);
    return found;
  };
  /** The values that every deal needs, and those of a test. */
  const deal = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
    name: 'Globex – annual licence',
    stage: field('stage').statuses?.[0]?.id,
    owner: form.me,
    ...more,
  });
  return { rep, form, field, deal };
}
