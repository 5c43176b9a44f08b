import { seededDeals } from '../chaos.ts';
import { lookAfter, send } from '../rep/bring-through.ts';
import { inFlight } from '../rep/in-flight.ts';
import { inWords, type Scenario, verdictFigures } from '../scenario.ts';
import { settleAndCheck } from '../settle-and-check.ts';
import { withStack } from '../stack/torture-stack.ts';
import { type CreateFault, seededCreateFaults } from '../upstream/fault-names.ts';
import { forEach, settledWithinMs } from './for-each.ts';

const late: readonly CreateFault[] = ['dropped, applied later', 'timed out, applied later'];
const atATime = 20;

export const lateCommits: Scenario = {
  promise: 'Every create is applied only when the server has given it up, up to three timeouts later: nothing is doubled.',
  run: (options) =>
    forEach(
      options,
      'late-commits',
      (base) =>
        withStack({ ...base, replicas: 2, creates: seededCreateFaults(base.seed, 1, late) }, async (stack) => {
          const deals = seededDeals(stack, base.seed, options.quick ? 40 : 200);
          const looking = lookAfter(stack.rep);
          await inFlight(atATime, deals, async (deal) => {
            await send(stack.rep, deal);
            looking.add(deal);
          });
          await looking.end();
          const verdict = await settleAndCheck(stack, { ...base, deals, withinMs: settledWithinMs(base) });
          const creates = stack.upstream.creates.length;
          return {
            figures: { submissions: deals.length, creates, ...verdictFigures(verdict) },
            broken: inWords(verdict.breaches),
          };
        }),
      { seeds: options.seeds },
    ),
};
