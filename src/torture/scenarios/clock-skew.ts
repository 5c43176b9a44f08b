import { seededDeals } from '../chaos.ts';
import { lookAfter, send } from '../rep/bring-through.ts';
import { inFlight } from '../rep/in-flight.ts';
import { inWords, type RunReport, type Scenario, verdictFigures } from '../scenario.ts';
import { settleAndCheck } from '../settle-and-check.ts';
import { withStack } from '../stack/torture-stack.ts';
import type { ClockShift } from '../upstream/clock-shift.ts';
import { type CreateFault, seededCreateFaults } from '../upstream/fault-names.ts';
import { forEach, settledWithinMs } from './for-each.ts';

const minuteMs = 60_000;
const shifts: Record<string, ClockShift> = {
  ahead: { ms: 5 * minuteMs, of: 'world' },
  behind: { ms: -5 * minuteMs, of: 'world' },
  'Date alone ahead': { ms: 5 * minuteMs, of: 'header' },
  'Date alone behind': { ms: -5 * minuteMs, of: 'header' },
};
/** All are applied and none is answered well. */
const lost: readonly CreateFault[] = [
  'dropped after',
  'dropped, applied later',
  '500, applied',
  '200 cut short',
  'reset in the body',
];
const atATime = 20;

export const clockSkew: Scenario = {
  promise: 'The upstream’s clock is five minutes ahead or behind: every deal whose answer was lost is found all the same.',
  async run(options) {
    const reports: RunReport[] = [];
    for (const [title, clockShift] of Object.entries(shifts)) {
      const runs = await forEach(
        options,
        `clock-skew-${title.replaceAll(' ', '-')}`,
        async (base) => {
          const creates = seededCreateFaults(base.seed, 1, lost);
          return withStack({ ...base, replicas: 2, creates, clockShift }, async (stack) => {
            const deals = seededDeals(stack, base.seed, options.quick ? 30 : 100);
            const looking = lookAfter(stack.rep);
            await inFlight(atATime, deals, async (deal) => {
              await send(stack.rep, deal);
              looking.add(deal);
            });
            await looking.end();
            const verdict = await settleAndCheck(stack, { ...base, deals, withinMs: settledWithinMs(base) });
            const broken = inWords(verdict.breaches);
            if (verdict.foundShare < 1 && broken.length === 0) broken.push('not every one was found');
            return { figures: verdictFigures(verdict), broken };
          });
        },
        { modes: ['look_up'] },
      );
      reports.push(...runs.map((report) => ({ ...report, run: `${title}, ${report.run}` })));
    }
    return reports;
  },
};
