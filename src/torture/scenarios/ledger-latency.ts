import { seededDeals } from '../chaos.ts';
import { quantile } from '../quantile.ts';
import { atRate } from '../rep/in-flight.ts';
import type { Scenario } from '../scenario.ts';
import { withStack } from '../stack/torture-stack.ts';
import { forEach } from './for-each.ts';

const perSecond = 20;
/** Told, not held against anybody: what a computer does beside it counts too. */
const targetMs = 10;
const rounded = (ms: number) => Math.round(ms * 10) / 10;

/** The sandbox judges and stores in the same way either time; what is left is ours. */
export const ledgerLatency: Scenario = {
  promise: `What the server adds to a create on the ordinary way (target: ${targetMs} ms at p95; told, not judged).`,
  run: (options) =>
    forEach(options, 'ledger-latency', async (base) => {
      const sandboxFlags = ['--write-limit', '1000000', '--read-limit', '1000000'];
      return withStack({ ...base, replicas: 1, direct: true, sandboxFlags }, async (stack) => {
        const { rep, workspace } = stack;
        const count = perSecond * (options.quick ? 5 : 20);
        const [warm = [], measured = []] = [seededDeals(stack, base.seed + 1, perSecond), seededDeals(stack, base.seed, count)];
        await atRate(perSecond, warm, (deal) => rep.put(deal));
        const through: number[] = [];
        const direct: number[] = [];
        // In turn, so that whatever else the computer does disturbs both alike.
        await atRate(perSecond, measured, async (deal) => {
          const from = performance.now();
          const { state } = await rep.put(deal);
          if (state === 'created') through.push(performance.now() - from);
        });
        await atRate(perSecond, measured, async ({ name }) => {
          const { stage, owner, value } = measured[0]?.values ?? {};
          const amount = Number((value as { amount?: string } | undefined)?.amount ?? 0);
          direct.push(
            await workspace.timedCreate({
              name: `${name} again`,
              stage,
              owner: [{ referenced_actor_type: 'workspace-member', referenced_actor_id: owner }],
              value: amount,
            }),
          );
        });
        const added = (share: number) => rounded(quantile(through, share) - quantile(direct, share));
        return {
          figures: {
            ...{ submissions: count, created: through.length },
            ...{ 'PUT ms p50': rounded(quantile(through, 0.5)), 'PUT ms p95': rounded(quantile(through, 0.95)) },
            ...{ 'direct ms p50': rounded(quantile(direct, 0.5)), 'direct ms p95': rounded(quantile(direct, 0.95)) },
            ...{
              'added ms p50': added(0.5),
              'added ms p95': added(0.95),
              'within target': added(0.95) <= targetMs ? 'yes' : 'no',
            },
          },
          broken: through.length < count ? [`${count - through.length} of ${count} were not created at once`] : [],
        };
      });
    }),
};
