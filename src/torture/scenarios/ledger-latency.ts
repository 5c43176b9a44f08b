import { seededDeals } from '../chaos.ts';
import { quantile } from '../quantile.ts';
import { atRate } from '../rep/in-flight.ts';
import type { Scenario } from '../scenario.ts';
import { withStack } from '../stack/torture-stack.ts';
import { forEach } from './for-each.ts';

const perSecond = 20;
/** Of the ledger's own statements, all of a submission's together, at p95. */
const promisedMs = 10;
const rounded = (ms: number) => Math.round(ms * 10) / 10;

/**
 * The server says itself how long it waited for its ledger. The rest is told: the sandbox judges and stores in the same way either
 * time, so what a PUT takes beyond a create is the server's, with all that the computer does beside it.
 */
export const ledgerLatency: Scenario = {
  promise: `On the ordinary way the ledger adds at most ${promisedMs} ms (p95).`,
  run: (options) =>
    forEach(options, 'ledger-latency', async (base) => {
      const sandboxFlags = ['--write-limit', '1000000', '--read-limit', '1000000'];
      return withStack({ ...base, replicas: 1, direct: true, sandboxFlags }, async (stack) => {
        const { rep, workspace } = stack;
        const count = perSecond * (options.quick ? 5 : 20);
        const [warm = [], measured = []] = [seededDeals(stack, base.seed + 1, perSecond), seededDeals(stack, base.seed, count)];
        await atRate(perSecond, warm, (deal) => rep.put(deal));
        const through: number[] = [];
        const ledger: number[] = [];
        const direct: number[] = [];
        // In turn, so that whatever else the computer does disturbs both alike.
        await atRate(perSecond, measured, async (deal) => {
          const from = performance.now();
          const { state, ledgerMs } = await rep.put(deal);
          if (state === 'created') through.push(performance.now() - from);
          if (ledgerMs !== null) ledger.push(ledgerMs);
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
        const [typical, slow] = [0.5, 0.95].map((share) => rounded(quantile(ledger, share))) as [number, number];
        return {
          figures: {
            ...{ submissions: count, created: through.length, 'ledger ms p50': typical, 'ledger ms p95': slow },
            ...{ 'PUT ms p50': rounded(quantile(through, 0.5)), 'PUT ms p95': rounded(quantile(through, 0.95)) },
            ...{ 'direct ms p50': rounded(quantile(direct, 0.5)), 'direct ms p95': rounded(quantile(direct, 0.95)) },
            ...{ 'added ms p50': added(0.5), 'added ms p95': added(0.95) },
          },
          broken: [
            ...(through.length < count ? [`${count - through.length} of ${count} were not created at once`] : []),
            ...(ledger.length < count ? [`${count - ledger.length} of ${count} answers do not say what the ledger took`] : []),
            // So few tell nothing of the slowest.
            ...(!options.quick && slow > promisedMs ? [`the ledger took ${slow} ms (p95)`] : []),
          ],
        };
      });
    }),
};
