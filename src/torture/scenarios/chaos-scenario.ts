import { type ChaosOptions, runChaos } from '../chaos.ts';
import { inWords, type RunReport, type Scenario, type ScenarioOptions, verdictFigures } from '../scenario.ts';
import { forEach, settledWithinMs, type Variety } from './for-each.ts';

type Disturbances = Pick<ChaosOptions, 'submissions' | 'createFaultRate' | 'readFaultRate' | 'kills' | 'databaseRestarts'>;

/** How many submissions are under way at a time. */
const atATime = 30;
const longestPauseMs = 1_500;

/** Runs the same disturbances of two servers with every seed, mode and engine that is asked for. */
export const runEachChaos = (
  options: ScenarioOptions,
  name: string,
  disturbances: Disturbances,
  variety: Variety = {},
): Promise<RunReport[]> =>
  forEach(
    options,
    name,
    async (base) => {
      const settledWithin = settledWithinMs(base);
      const result = await runChaos({
        ...base,
        ...disturbances,
        replicas: 2,
        atATime,
        longestPauseMs,
        settledWithinMs: settledWithin,
      });
      const { verdict, ...counts } = result;
      return { figures: { ...counts, ...verdictFigures(verdict) }, broken: inWords(verdict.breaches) };
    },
    variety,
  );

export const chaos: Scenario = {
  promise: 'Half of all creates go wrong, servers are killed, the database breaks down: one deal for each submission.',
  run: (options) =>
    runEachChaos(
      options,
      'chaos',
      {
        submissions: options.submissions,
        createFaultRate: 0.5,
        readFaultRate: 0.05,
        kills: options.quick ? 5 : 20,
        databaseRestarts: options.quick ? 2 : 5,
      },
      { seeds: options.seeds },
    ),
};
