import { setTimeout as sleep } from 'node:timers/promises';
import { resolvePath, submissionPath } from '../../contract/paths.ts';
import { type Submission, submissionSchema } from '../../contract/submission.ts';
import { type StartNeighbour, signedInRep, startDealStack } from './deal-stack.ts';
import type { TestEngine } from './engines.ts';
import { createLine, type Fault } from './fault-proxy.ts';
import type { RepAnswer } from './rep.ts';

const apiKey = 'somebody-else'.padEnd(64, '0');

/** The submission in an answer. */
export const submissionIn = ({ json }: RepAnswer): Submission => submissionSchema.parse(json);

/** A server whose looks for lost deals come quickly, an Attio that fails by the name of the deal, and a rep of the workspace. */
export async function startOpenOutcomeStack(
  start: StartNeighbour<{ apiKey: string; writeLimit: number; readLimit: number }>,
  engine: TestEngine,
) {
  const env: Record<string, string> = { UPSTREAM_TIMEOUT_MS: '2000', SETTLE_MS: '3000', ...(await engine.database()) };
  const stack = await startDealStack((options) => start({ ...options, apiKey, writeLimit: 1_000, readLimit: 1_000 }), { env });
  const ana = await signedInRep(stack.server.url);

  /** By the name of the deal, so that tests do not disturb one another. */
  const faults = new Map<string, Fault>();
  const nameIn = (body: string): string => JSON.parse(body).data.values.name;
  stack.proxy.faults.set(createLine, async (response, forward, body) => {
    const fault = faults.get(nameIn(body));
    if (fault) return fault(response, forward, body);
    const { status, body: text } = await forward();
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  });

  const get = async (id: string): Promise<Submission> => submissionIn(await ana.rep.call(submissionPath(id)));

  /** A call of Attio's API past the server, by somebody else in the CRM. */
  async function attio(method: string, path: string, body: unknown) {
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
    const answer = await fetch(stack.sandbox.url + path, { method, headers, body: JSON.stringify(body) });
    return (await answer.json()) as { data: { id: { record_id: string } } };
  }

  return {
    ...stack,
    env,
    ana,
    faults,
    get,
    attio,
    /** Goes wrong with the first request for a deal of that name. */
    failOnce(name: string, fault: Fault): void {
      faults.set(name, (response, forward, body) => {
        faults.delete(name);
        return fault(response, forward, body);
      });
    },
    /** How many requests for a deal of that name have left the server. */
    sentFor: (name: string): number =>
      stack.proxy.arrived.filter(({ line, body }) => line === createLine && nameIn(body) === name).length,
    resolve: (id: string, decision: object): Promise<RepAnswer> =>
      ana.rep.call(resolvePath(id), { method: 'POST', body: JSON.stringify(decision) }),
    /** Waits until a submission is in a state; gives it back. */
    async becomes(id: string, state: Submission['state']): Promise<Submission> {
      for (let waits = 0; ; waits += 1) {
        const submission = await get(id);
        if (submission.state === state) return submission;
        if (waits === 300) throw new Error(`The submission is ${submission.state}, and does not become ${state}`);
        await sleep(50);
      }
    },
  };
}
export type OpenOutcomeStack = Awaited<ReturnType<typeof startOpenOutcomeStack>>;

export const lostAfterCreating: Fault = async (response, forward) => {
  await forward();
  response.destroy();
};

export const resetBeforeAnything: Fault = (response) => void response.destroy();
