import { defaultOptions, type SandboxOptions } from './options.ts';
import { type RunningSandbox, startSandbox } from './start.ts';

/** An answer of the API as a test looks at it. */
export type Answer = { status: number; headers: Headers; body: unknown; text: string };

/** A started sandbox and a way to ask it, over real HTTP. */
export type TestClient = RunningSandbox & {
  ask(method: string, path: string, body?: unknown, token?: string): Promise<Answer>;
};

/** Starts a sandbox of a test's own: on a free port, nothing kept, and limits no test runs into. */
export async function startTestClient(options: Partial<SandboxOptions> = {}): Promise<TestClient> {
  const sandbox = await startSandbox({ port: 0, data: ':memory:', writeLimit: 100_000, readLimit: 100_000, ...options });
  const ownToken = options.apiKey ?? defaultOptions.apiKey;
  return {
    ...sandbox,
    async ask(method, path, body, token = ownToken) {
      const response = await fetch(sandbox.url + path, {
        method,
        redirect: 'manual',
        headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json');
      return {
        status: response.status,
        headers: response.headers,
        body: isJson ? (JSON.parse(text) as unknown) : undefined,
        text,
      };
    },
  };
}
