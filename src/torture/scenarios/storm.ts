import { seededDeals } from '../chaos.ts';
import { follow, likeThePage, send } from '../rep/bring-through.ts';
import { atRate } from '../rep/in-flight.ts';
import { inWords, type Scenario, verdictFigures } from '../scenario.ts';
import { settleAndCheck } from '../settle-and-check.ts';
import { withStack } from '../stack/torture-stack.ts';
import type { CreateEntry } from '../upstream/create-log.ts';
import { forEach, settledWithinMs } from './for-each.ts';

const perSecond = 40;
const writeLimit = 25;
/** The 429s of the first moments are not counted: nobody knows yet how many servers there are. */
const firstMs = 2_000;
const mostLimitedShare = 0.01;
/** Of HTTP dates, which have whole seconds. */
const toleranceMs = 1_000;

/** Creates of one deal that came before the 429 of the one before allowed it. */
export function createsTooEarly(creates: readonly CreateEntry[]): CreateEntry[] {
  const promised = new Map<string, number>();
  return creates.filter((create) => {
    const notBefore = promised.get(create.name) ?? 0;
    if (create.notBefore !== null) promised.set(create.name, create.notBefore);
    return create.arrivedAt < notBefore - toleranceMs;
  });
}

export const storm: Scenario = {
  promise: 'Twice as many submissions as Attio takes: hardly a 429, no create too early, and all are made in time.',
  run: (options) =>
    forEach(options, 'storm', async (base) => {
      const seconds = options.quick ? 10 : 60;
      const allWithinS = Math.ceil(130 * (seconds / 60));
      return withStack(
        {
          ...{ ...base, replicas: 2, timeoutMs: 5_000, settleMs: 25_000 },
          sandboxFlags: ['--write-limit', String(writeLimit)],
        },
        async (stack) => {
          const { rep, upstream } = stack;
          const deals = seededDeals(stack, base.seed, perSecond * seconds);
          const from = Date.now();
          const isLate = () => Date.now() - from > allWithinS * 1_000 + 30_000;
          await atRate(perSecond, deals, async (deal) => {
            await send(rep, deal, isLate, likeThePage);
            await follow(rep, deal, isLate, likeThePage);
          });
          const allAfterS = Math.round(((upstream.creates.at(-1)?.arrivedAt ?? from) - from) / 1000);
          const verdict = await settleAndCheck(stack, { ...base, deals, withinMs: settledWithinMs(base) });
          const counted = upstream.creates.filter(({ arrivedAt }) => arrivedAt > (upstream.creates[0]?.arrivedAt ?? 0) + firstMs);
          const limited = counted.filter(({ answered }) => answered === 429).length;
          const early = createsTooEarly(upstream.creates);
          const broken = inWords(verdict.breaches);
          if (limited / counted.length > mostLimitedShare)
            broken.push(`${limited} of ${counted.length} creates were answered 429`);
          if (allAfterS > allWithinS) broken.push(`the last one was created after ${allAfterS} s, not ${allWithinS}`);
          if (early.length > 0) broken.push(`${early.length} creates came earlier than Attio asked: ${early[0]?.name}`);
          const unanswered = [...rep.submissions.values()].flatMap(({ observations }) => observations);
          const statuses = countBy(unanswered.map(({ status }) => String(status)));
          const figures = { submissions: deals.length, creates: upstream.creates.length, 'all after s': allAfterS };
          const shares = {
            '429 %': Math.round((limited / counted.length) * 10_000) / 100,
            'too early': early.length,
            answers: statuses,
          };
          return { figures: { ...figures, ...shares, ...verdictFigures(verdict) }, broken };
        },
      );
    }),
};

/** `200: 10, 503: 2`. */
function countBy(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${word}: ${count}`).join(', ');
}
