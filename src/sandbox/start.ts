import type { AddressInfo } from 'node:net';
import { buildServer } from './build-server.ts';
import { Tokens } from './http/tokens.ts';
import { openSandbox } from './open-sandbox.ts';
import { defaultOptions, type SandboxOptions } from './options.ts';
import type { Sandbox } from './sandbox.ts';
import { seedAside } from './seed/seed-aside.ts';
import { seedWorkspace } from './seed/seed-workspace.ts';
import { stableUuid } from './seed/stable-uuid.ts';
import { claimDirectory } from './storage/claim-directory.ts';
import { Store } from './storage/store.ts';
import { WebhookDeliverer } from './webhooks/deliver-webhooks.ts';

/** A sandbox that answers. */
export type RunningSandbox = {
  url: string;
  port: number;
  close(): Promise<void>;
  /** Back to the workspace as seeded; every sign-in is forgotten. */
  reset(): void;
};

/**
 * Starts a pretend Attio on the loopback interface, and only there. Seeding very many records takes minutes; `onSeeding` hears
 * how much of it is done, up to 1.
 */
export async function startSandbox(
  options: Partial<SandboxOptions> = {},
  onSeeding: (done: number) => void = () => undefined,
): Promise<RunningSandbox> {
  const settings = { ...defaultOptions, ...options };
  const { data, seed } = settings;
  const giveBack = claimDirectory(data);
  let store: Store | undefined;
  try {
    if (typeof seed === 'number' && data !== ':memory:') await seedAside(data, seed, onSeeding);
    const opened = new Store(data);
    store = opened;
    let url = '';
    const sandbox = openSandbox(opened, settings.searchLagMs, () => settings.appUrl || url);
    const tokens = new Tokens(opened);
    const deliverer = new WebhookDeliverer(opened, sandbox.now, settings.webhookRetryMs);
    const prepare = () => {
      seedWorkspace(sandbox, settings.seed);
      admitApiKey(sandbox, tokens, settings);
    };
    const reset = () => {
      opened.transaction(() => {
        opened.clear();
        sandbox.schema.reload();
        prepare();
      });
    };
    prepare();
    const server = buildServer(sandbox, tokens, settings, reset);
    await server.listen({ host: '127.0.0.1', port: settings.port });
    const { port } = server.server.address() as AddressInfo;
    url = `http://127.0.0.1:${port}`;
    sandbox.events.onTold = () => deliverer.wake();
    deliverer.wake();
    const close = async () => {
      await server.close();
      await deliverer.stop();
      opened.close();
      giveBack();
    };
    return { url, port, close, reset };
  } catch (error) {
    store?.close();
    giveBack();
    throw error;
  }
}

/** The API key of the options is the workspace's only one; it was made by the admin. */
function admitApiKey(sandbox: Sandbox, tokens: Tokens, { apiKey, scopes }: SandboxOptions): void {
  const [admin] = sandbox.members.all();
  if (!admin) throw new Error('The workspace has no members');
  const issuedAt = Math.floor(Date.parse(admin.createdAt) / 1000);
  tokens.setApiKey(apiKey, {
    actorType: 'api-token',
    clientId: stableUuid(`api key ${apiKey}`),
    memberId: admin.id,
    scope: scopes,
    issuedAt,
  });
}
