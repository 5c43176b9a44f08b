import { setTimeout as sleep } from 'node:timers/promises';
import { seededDeals } from '../chaos.ts';
import { lookAfter, send } from '../rep/bring-through.ts';
import { inWords, type Scenario, verdictFigures } from '../scenario.ts';
import { seeded } from '../seeded.ts';
import { settleAndCheck } from '../settle-and-check.ts';
import { withStack } from '../stack/torture-stack.ts';
import { forEach, settledWithinMs } from './for-each.ts';

const atATime = 20;
const exitWithinMs = 15_000;
const timeoutMs = 4_000;
/** The upstream takes up to so long, and now and then does not answer at all. */
const longestMs = 3_000;
const silentShare = 0.1;

export const politeStop: Scenario = {
  promise: 'SIGTERM under load: it ends within 15 s with exit code 0, and nothing is lost.',
  run: (options) =>
    forEach(options, 'polite-stop', async (base) => {
      const stops = options.quick ? 2 : 6;
      return withStack(
        {
          ...{ ...base, timeoutMs, replicas: 2 },
          async instead(exchange) {
            if (exchange.luck('silent') < silentShare) await exchange.gone;
            else {
              await sleep(exchange.luck('takes') * longestMs);
              exchange.handOn(await exchange.forward());
            }
            return true;
          },
        },
        async (stack) => {
          const { rep, replicas } = stack;
          const deals = seededDeals(stack, base.seed, stops * atATime);
          const exits: { code: number | null; ms: number }[] = [];
          const looking = lookAfter(stack.rep);
          for (let stop = 0; stop < stops; stop += 1) {
            const sending = deals.slice(stop * atATime, (stop + 1) * atATime).map(async (deal) => {
              await send(rep, deal);
              looking.add(deal);
            });
            await sleep(seeded(base.seed, 'stop', stop) * longestMs);
            const replica = replicas[stop % replicas.length];
            if (replica) exits.push(await replica.end('SIGTERM'));
            await replica?.start();
            await Promise.all(sending);
          }
          await looking.end();
          const verdict = await settleAndCheck(stack, { ...base, deals, withinMs: settledWithinMs(base) });
          const slowest = Math.round(Math.max(...exits.map(({ ms }) => ms)));
          const broken = inWords(verdict.breaches);
          if (slowest > exitWithinMs) broken.push(`one ended only after ${slowest} ms`);
          const codes = [...new Set(exits.map(({ code }) => code))];
          if (codes.some((code) => code !== 0)) broken.push(`exit codes ${codes}`);
          return { figures: { stops, 'exit ms max': slowest, ...verdictFigures(verdict) }, broken };
        },
      );
    }),
};
