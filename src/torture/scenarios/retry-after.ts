import { seededDeals } from '../chaos.ts';
import { follow, send } from '../rep/bring-through.ts';
import type { Scenario } from '../scenario.ts';
import { withStack } from '../stack/torture-stack.ts';
import { forEach } from './for-each.ts';

interface Wording {
  /** What stands in the header; null leaves it out. `now` is the upstream's clock, in epoch ms. */
  header(now: number): string | null;
  /** The pause that it asks for, in s, after what is absurd has been bent to 1 to 60 s. */
  seconds: number;
}

const date = (ms: number): string => new Date(ms).toUTCString();
const wordings: Record<string, Wording> = {
  none: { header: () => null, seconds: 1 },
  seconds: { header: () => '3', seconds: 3 },
  'a date': { header: (now) => date(now + 4_000), seconds: 3 },
  'a past date': { header: () => date(0), seconds: 1 },
  unreadable: { header: () => 'soon', seconds: 1 },
  'negative seconds': { header: () => '-7', seconds: 1 },
  'a day ahead': { header: (now) => date(now + 86_400_000), seconds: 60 },
};

/** What a busy computer may add: waking up, a queue, a claim. */
const slackMs = 5_000;
/** A second is not counted to the millisecond by anybody. */
const toleranceMs = 1_000;

/** One deal after the other, each refused once with another wording. */
export const retryAfter: Scenario = {
  promise: 'Whatever a 429 says, the deal goes out again by itself: no earlier than asked, and within a minute.',
  run: (options) =>
    forEach(
      options,
      'retry-after',
      async (base) => {
        const names = Object.keys(wordings).filter((name) => !options.quick || wordings[name]?.seconds !== 60);
        const wordingOf = new Map<string, string>();
        return withStack(
          {
            ...{ ...base, replicas: 1 },
            instead({ response }, name, attempt) {
              if (attempt > 1) return false;
              const header = wordings[wordingOf.get(name) ?? '']?.header(Date.now()) ?? null;
              const body = { status_code: 429, type: 'rate_limit_error', code: 'rate_limit_exceeded', message: 'Later, please.' };
              response.writeHead(429, {
                'content-type': 'application/json',
                ...(header === null ? {} : { 'retry-after': header }),
              });
              response.end(JSON.stringify(body));
              return true;
            },
          },
          async (stack) => {
            const { rep, upstream } = stack;
            const figures: Record<string, string> = {};
            const broken: string[] = [];
            for (const [index, deal] of seededDeals(stack, base.seed, names.length).entries()) {
              const wording = names[index] ?? '';
              const { seconds } = wordings[wording] ?? { seconds: 1 };
              wordingOf.set(deal.name, wording);
              const until = Date.now() + seconds * 1_000 + 3 * slackMs;
              const isOver = () => Date.now() > until;
              await send(rep, deal, isOver);
              await follow(rep, deal, isOver);
              const [first, second] = upstream.creates.filter(({ name }) => name === deal.name);
              if (!first || !second) {
                broken.push(`${wording}: not sent again within ${seconds} s`);
                continue;
              }
              const waitedMs = second.arrivedAt - first.arrivedAt;
              figures[wording] = `${(waitedMs / 1000).toFixed(1)} s`;
              if (waitedMs < seconds * 1_000 - toleranceMs) broken.push(`${wording}: sent again after ${waitedMs} ms`);
              if (waitedMs > seconds * 1_000 + slackMs) broken.push(`${wording}: sent again only after ${waitedMs} ms`);
            }
            return { figures, broken };
          },
        );
      },
      { modes: options.modes.slice(0, 1) },
    ),
};
