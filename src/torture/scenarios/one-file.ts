import { seededDeals } from '../chaos.ts';
import { lookAfter, send } from '../rep/bring-through.ts';
import { inFlight } from '../rep/in-flight.ts';
import { inWords, type Scenario, verdictFigures } from '../scenario.ts';
import { seededMoments } from '../seeded.ts';
import { settleAndCheck } from '../settle-and-check.ts';
import { withStack } from '../stack/torture-stack.ts';
import type { CreateEntry } from '../upstream/create-log.ts';
import { forEach, settledWithinMs } from './for-each.ts';

const atATime = 20;
/** An answer to a create that left so long before a kill may never have been read or recorded. */
const unreadMs = 3_000;

export const oneFile: Scenario = {
  promise: 'Two processes on one SQLite file, now one and now the other killed: nothing is lost, nothing sent twice.',
  run: (options) =>
    forEach(
      options,
      'one-file',
      async (base) => {
        const submissions = options.quick ? 100 : 600;
        return withStack({ ...base, replicas: 2 }, async (stack) => {
          const { rep, upstream, replicas } = stack;
          const deals = seededDeals(stack, base.seed, submissions);
          const killAt = seededMoments(options.quick ? 2 : 6, submissions, base.seed, 'kill');
          const looking = lookAfter(stack.rep);
          const killedAt: number[] = [];
          await inFlight(atATime, deals, async (deal, index) => {
            const kill = killAt.indexOf(index);
            const sending = send(rep, deal);
            if (kill >= 0) {
              const replica = replicas[kill % replicas.length];
              await replica?.end('SIGKILL');
              killedAt.push(Date.now());
              await replica?.start();
            }
            await sending;
            looking.add(deal);
          });
          await looking.end();
          const verdict = await settleAndCheck(stack, { ...base, deals, withinMs: settledWithinMs(base) });
          const broken = inWords(verdict.breaches);
          // A create is repeated only after a 429, and where a kill cut its answer off.
          const wasCutOff = ({ arrivedAt, answered }: CreateEntry) =>
            answered === null || killedAt.some((at) => arrivedAt <= at && arrivedAt > at - unreadMs);
          const repeated = upstream.creates.filter(({ name, attempt }) => {
            const before = upstream.creates.find((one) => one.name === name && one.attempt === attempt - 1);
            return before && before.answered !== 429 && !wasCutOff(before);
          });
          if (repeated.length > 0) broken.push(`${repeated.length} creates were sent again: ${repeated[0]?.name}`);
          const figures = { submissions, kills: killAt.length, creates: upstream.creates.length, 'sent again': repeated.length };
          return { figures: { ...figures, ...verdictFigures(verdict) }, broken };
        });
      },
      { engines: ['sqlite'] },
    ),
};
