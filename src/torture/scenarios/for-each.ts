import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuplicateProtection } from '../../contract/setup.ts';
import { engineNames, modeNames, type RunReport, type ScenarioOptions } from '../scenario.ts';
import type { Engine, StackOptions } from '../stack/torture-stack.ts';

/** As short as a busy computer allows: every lost answer is waited for. */
const timeoutMs = 1_000;
/** Eight times that: late commits come after three. */
const settleMs = 8_000;

/** How long after the last fault everything is to be settled, in ms. */
export const settledWithinMs = ({ mode, settleMs: settle }: Pick<StackOptions, 'mode' | 'settleMs'>): number =>
  mode === 'marker' ? 60_000 : settle + 10_000;

/** What every run of a scenario starts from. */
export type Base = Pick<StackOptions, 'programs' | 'mode' | 'engine' | 'seed' | 'timeoutMs' | 'settleMs' | 'logDirectory'> & {
  say(line: string): void;
};

export interface Variety {
  modes?: readonly DuplicateProtection[];
  engines?: readonly Engine[];
  seeds?: readonly number[];
}

/**
 * Runs with every mode, engine and seed that is asked for and that the scenario has. Only what is drawn by lot gains by more
 * than one seed.
 */
export async function forEach(
  options: ScenarioOptions,
  name: string,
  run: (base: Base) => Promise<Omit<RunReport, 'run'>>,
  { modes = options.modes, engines = options.engines, seeds = options.seeds.slice(0, 1) }: Variety = {},
): Promise<RunReport[]> {
  const reports: RunReport[] = [];
  for (const seed of seeds) {
    for (const engine of engines) {
      for (const mode of modes) {
        const title = `${modeNames[mode]}, ${engineNames[engine]}, seed ${seed}`;
        const logDirectory = join(options.directory, name, `${mode}-${engine}-${seed}`);
        const say = (line: string) => options.say(`${title}: ${line}`);
        const report = await run({ programs: options.programs, mode, engine, seed, timeoutMs, settleMs, logDirectory, say });
        say(report.broken.length === 0 ? 'kept' : `NOT KEPT: ${report.broken.join('; ')}`);
        mkdirSync(logDirectory, { recursive: true });
        writeFileSync(join(logDirectory, 'report.json'), JSON.stringify({ run: title, ...report }, null, 2));
        reports.push({ run: title, ...report });
      }
    }
  }
  return reports;
}
