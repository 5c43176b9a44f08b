import { seededDeals } from '../chaos.ts';
import { send } from '../rep/bring-through.ts';
import { inFlight } from '../rep/in-flight.ts';
import { inWords, type Scenario } from '../scenario.ts';
import { settleAndCheck } from '../settle-and-check.ts';
import { withStack } from '../stack/torture-stack.ts';
import { forEach, settledWithinMs } from './for-each.ts';

const submissions = 50;
const othersEach = 10;
const atATime = 10;

/** Every id is brought again with ten other bodies: five times before its deal is made, five times after. */
export const otherBody: Scenario = {
  promise: 'One id with another body is refused, every time, and sends nothing.',
  run: (options) =>
    forEach(options, 'other-body', (base) =>
      withStack({ ...base, replicas: 2 }, async (stack) => {
        const { rep, upstream } = stack;
        const deals = seededDeals(stack, base.seed, submissions);
        const heard: (string | number | null)[] = [];
        const bringOthers = async (id: string, from: number, to: number) => {
          for (let other = from; other < to; other += 1) {
            // Its own name: what it would make must not pass for what the id made.
            const values = rep.deal(id, `Other ${id} ${other}`);
            const { status, code } = await rep.put(values);
            heard.push(status === 422 ? code : status);
          }
        };
        await inFlight(atATime, deals, async (deal) => {
          const sending = send(rep, deal);
          // Only once the first body is known is every other one another.
          while ((await rep.get(deal)).status === 404);
          await bringOthers(deal.id, 0, othersEach / 2);
          await sending;
          await bringOthers(deal.id, othersEach / 2, othersEach);
        });
        const verdict = await settleAndCheck(stack, { ...base, deals, withinMs: settledWithinMs(base) });
        const refused = heard.filter((code) => code === 'submission_id_reused').length;
        // The 404s before the first body arrived, and the refusals meant for other bodies, are no news of the deal.
        const broken = inWords(verdict.breaches);
        if (refused !== heard.length) broken.push(`${heard.length - refused} were answered otherwise: ${[...new Set(heard)]}`);
        if (upstream.creates.length !== submissions) broken.push(`${upstream.creates.length} creates for ${submissions} ids`);
        return { figures: { 'other bodies': heard.length, refused, creates: upstream.creates.length }, broken };
      }),
    ),
};
