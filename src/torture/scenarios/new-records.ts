import { lookAfter, send } from '../rep/bring-through.ts';
import { inFlight } from '../rep/in-flight.ts';
import { inWords, type Scenario, verdictFigures } from '../scenario.ts';
import { seededMoments, seededUuid } from '../seeded.ts';
import { settleAndCheck } from '../settle-and-check.ts';
import { withStack } from '../stack/torture-stack.ts';
import { forEach, settledWithinMs } from './for-each.ts';

const atATime = 8;
/** Every answer of the workspace takes so long: kills hit between the steps. */
const latencyMs = 60;
/** A submission that a killed server was at is taken up when its lease is over. */
const leaseMs = 20_000;
/** Company, person and deal are three writes, and all of a workspace share its pace. */
const perDealMs = 3 * 50;

export const newRecords: Scenario = {
  promise: 'A company and a person are made with each deal while servers are killed: each once, and the deal with them.',
  run: (options) =>
    forEach(options, 'new-records', async (base) => {
      const count = options.quick ? 20 : 200;
      return withStack({ ...base, replicas: 2, sandboxFlags: ['--latency-ms', String(latencyMs)] }, async (stack) => {
        const { rep, replicas, workspace } = stack;
        const beginning = `torture-${base.seed}-`;
        const deals = Array.from({ length: count }, (_, index) => {
          const domain = `${beginning}${index}.com`;
          return rep.deal(seededUuid(base.seed, 'new records', index), `Torture ${base.seed} – new ${index}`, {
            associated_company: { new: { object: 'companies', name: `Company ${index}`, domain } },
            associated_people: [{ new: { object: 'people', name: `Person ${index}`, email_address: `bo@${domain}` } }],
          });
        });
        const killAt = seededMoments(options.quick ? 3 : 15, count, base.seed, 'kill');
        const looking = lookAfter(rep);
        await inFlight(atATime, deals, async (deal, index) => {
          const kill = killAt.indexOf(index);
          const sending = send(rep, deal);
          if (kill >= 0) {
            const replica = replicas[kill % replicas.length];
            await replica?.end('SIGKILL');
            await replica?.start();
          }
          await sending;
          looking.add(deal);
        });
        await looking.end();
        const withinMs = settledWithinMs(base) + leaseMs + count * perDealMs;
        const verdict = await settleAndCheck(stack, { ...base, deals, withinMs });
        const broken = inWords(verdict.breaches);
        const domains = await workspace.domains(beginning);
        if (domains.length > new Set(domains).size)
          broken.push(`${domains.length - new Set(domains).size} companies are doubled`);
        if (domains.length < verdict.ended.ok) broken.push(`${verdict.ended.ok - domains.length} companies are missing`);
        const figures = { submissions: count, kills: killAt.length, companies: domains.length };
        return { figures: { ...figures, ...verdictFigures(verdict) }, broken };
      });
    }),
};
