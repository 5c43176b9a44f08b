import { setTimeout as sleep } from 'node:timers/promises';
import { seededDeals } from '../chaos.ts';
import { quantile } from '../quantile.ts';
import { lookAfter, send } from '../rep/bring-through.ts';
import { inWords, type Scenario, verdictFigures } from '../scenario.ts';
import { seeded } from '../seeded.ts';
import { settleAndCheck } from '../settle-and-check.ts';
import { withStack } from '../stack/torture-stack.ts';
import { forEach, settledWithinMs } from './for-each.ts';

/** A kill hits so many submissions at different points of their way. */
const atATime = 4;
/** Kills come up to this long after their submissions began, and the upstream takes up to that long for each. */
const longestMs = 3_000;
const readyWithinMs = 2_000;
/** Of the starts; the slowest is told too, but a computer that does something else in that second is no broken promise. */
const readyShare = 0.95;
/** Longer than the upstream takes, so that nothing but the kills goes wrong. */
const timeoutMs = 4_000;
const settleMs = 8_000;

export const killNine: Scenario = {
  promise: 'kill -9 at any moment: nothing acknowledged is lost, nothing is doubled, ready again within 2 s.',
  run: (options) =>
    forEach(
      options,
      'kill-nine',
      async (base) => {
        const { seed } = base;
        const kills = options.quick ? 10 : 100;
        return withStack(
          {
            ...{ ...base, timeoutMs, settleMs, replicas: 1 },
            async instead(exchange) {
              const reply = exchange.luck('before or after') < 0.5 ? await exchange.forward() : null;
              await sleep(exchange.luck('takes') * longestMs);
              exchange.handOn(reply ?? (await exchange.forward()));
              return true;
            },
          },
          async (stack) => {
            const deals = seededDeals(stack, seed, kills * atATime);
            const [replica] = stack.replicas;
            const ready: number[] = [];
            const looking = lookAfter(stack.rep);
            for (let kill = 0; kill < kills; kill += 1) {
              const sending = deals.slice(kill * atATime, (kill + 1) * atATime).map(async (deal, nth) => {
                await sleep((nth / atATime) * longestMs * seeded(seed, 'spread', kill));
                await send(stack.rep, deal);
                looking.add(deal);
              });
              await sleep(seeded(seed, 'kill', kill) * longestMs);
              await replica?.end('SIGKILL');
              ready.push((await replica?.start()) ?? 0);
              await Promise.all(sending);
              if ((kill + 1) % 10 === 0) base.say(`${kill + 1} of ${kills} kills`);
            }
            await looking.end();
            const verdict = await settleAndCheck(stack, { ...base, deals, withinMs: settledWithinMs({ ...base, settleMs }) });
            const broken = inWords(verdict.breaches);
            const usual = quantile(ready, readyShare);
            if (usual > readyWithinMs) broken.push(`ready only after ${Math.round(usual)} ms (p95)`);
            const readyFigures = {
              ...{ 'ready ms p50': Math.round(quantile(ready, 0.5)), 'ready ms p95': Math.round(usual) },
              'ready ms max': Math.round(quantile(ready, 1)),
            };
            return { figures: { kills, ...readyFigures, ...verdictFigures(verdict) }, broken };
          },
        );
      },
      { engines: ['sqlite'] },
    ),
};
