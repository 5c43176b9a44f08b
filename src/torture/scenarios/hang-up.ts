import { setTimeout as sleep } from 'node:timers/promises';
import { seededDeals } from '../chaos.ts';
import { lastHeard } from '../check/history.ts';
import { inFlight } from '../rep/in-flight.ts';
import { inWords, type Scenario, verdictFigures } from '../scenario.ts';
import { seeded } from '../seeded.ts';
import { settleAndCheck } from '../settle-and-check.ts';
import { withStack } from '../stack/torture-stack.ts';
import { forEach, settledWithinMs } from './for-each.ts';

/** The browser goes away so long after it sent, at most. */
const longestMs = 200;
/** So long the upstream takes, so that it goes away before, while and after. */
const upstreamMs = 100;
const atATime = 20;
/** All of them are accepted within seconds, and leave no faster than a workspace may write. */
const perDealMs = 1_000 / 20;

export const hangUp: Scenario = {
  promise: 'The browser goes away in the middle: its submission ends in one deal, or in none and is known as such.',
  run: (options) =>
    forEach(options, 'hang-up', (base) =>
      withStack(
        {
          ...{ ...base, replicas: 2 },
          async instead(exchange) {
            await sleep(exchange.luck('takes') * upstreamMs);
            exchange.handOn(await exchange.forward());
            return true;
          },
        },
        async (stack) => {
          const deals = seededDeals(stack, base.seed, options.quick ? 100 : 500);
          await inFlight(atATime, deals, (deal, index) =>
            stack.rep.put(deal, AbortSignal.timeout(Math.round(seeded(base.seed, 'hang up', index) * longestMs))),
          );
          const withinMs = settledWithinMs(base) + deals.length * perDealMs;
          const verdict = await settleAndCheck(stack, { ...base, deals, withinMs });
          const histories = [...stack.rep.submissions.values()];
          const hungUp = histories.filter(({ observations }) => observations[0]?.status === null).length;
          const neverArrived = histories.filter((history) => lastHeard(history) === 'unknown here').length;
          const figures = { submissions: deals.length, 'hung up': hungUp, 'never arrived': neverArrived };
          return { figures: { ...figures, ...verdictFigures(verdict) }, broken: inWords(verdict.breaches) };
        },
      ),
    ),
};
