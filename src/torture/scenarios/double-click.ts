import { seededDeals } from '../chaos.ts';
import { follow } from '../rep/bring-through.ts';
import { inFlight } from '../rep/in-flight.ts';
import { inWords, type RunReport, type Scenario, verdictFigures } from '../scenario.ts';
import { settleAndCheck } from '../settle-and-check.ts';
import { type StackOptions, withStack } from '../stack/torture-stack.ts';
import { forEach, settledWithinMs } from './for-each.ts';

/** So many submissions are clicked at a time. */
const atATime = 10;

/** Sends every submission several times at once, to all servers in turn. */
export async function runDoubleClicks(
  options: Omit<StackOptions, 'creates' | 'reads'> & { submissions: number; clicks: number },
): Promise<Omit<RunReport, 'run'>> {
  const { mode, seed, submissions, clicks, logDirectory } = options;
  return withStack(options, async (stack) => {
    const { rep, upstream } = stack;
    const deals = seededDeals(stack, seed, submissions);
    await inFlight(atATime, deals, async (deal) => {
      await Promise.all(Array.from({ length: clicks }, () => rep.put(deal)));
      await follow(rep, deal, () => false);
    });
    const verdict = await settleAndCheck(stack, { mode, deals, withinMs: settledWithinMs(options), logDirectory });
    const heard = [...rep.submissions.values()].map(({ observations }) => observations);
    const records = new Set(heard.flat().flatMap(({ recordId }) => recordId ?? []));
    const odd = heard.flat().filter(({ status }) => status === null || (status !== 200 && status !== 202 && status !== 503));
    const made = (await stack.workspace.newDeals()).length;
    const broken = inWords(verdict.breaches);
    if (made !== submissions) broken.push(`${made} deals for ${submissions} submissions`);
    if (records.size !== submissions) broken.push(`${records.size} records were answered`);
    if (upstream.creates.length !== submissions) broken.push(`${upstream.creates.length} creates were sent`);
    if (odd.length > 0)
      broken.push(`${odd.length} answers were something else: ${[...new Set(odd.map(({ status }) => status))]}`);
    const calls = heard.flat().filter(({ call }) => call === 'PUT').length;
    return { figures: { submissions, PUTs: calls, creates: upstream.creates.length, ...verdictFigures(verdict) }, broken };
  });
}

export const doubleClick: Scenario = {
  promise: 'A rep clicks ten times, on two servers at once: one deal, one create.',
  run: (options) =>
    forEach(options, 'double-click', (base) =>
      runDoubleClicks({ ...base, replicas: 2, submissions: options.quick ? 40 : 200, clicks: 10 }),
    ),
};
