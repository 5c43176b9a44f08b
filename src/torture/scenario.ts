import type { DuplicateProtection } from '../contract/setup.ts';
import type { Breach, Verdict } from './check/check-history.ts';
import type { Programs } from './stack/child-program.ts';
import type { Engine } from './stack/torture-stack.ts';

/** What a scenario is told. */
export interface ScenarioOptions {
  programs: Programs;
  seeds: readonly number[];
  modes: readonly DuplicateProtection[];
  engines: readonly Engine[];
  /** Of the main run; the others have sizes of their own. */
  submissions: number;
  /** A tenth of everything: whether it works at all. */
  quick: boolean;
  /** Where logs and evidence are kept. */
  directory: string;
  /** Says how far it is. */
  say(line: string): void;
}

/** One run of a scenario. */
export interface RunReport {
  /** What it was run with: mode, engine, seed. */
  run: string;
  figures: Record<string, number | string>;
  /** Promises that were not kept, in words; none when all were. */
  broken: string[];
}

export interface Scenario {
  /** What it promises, in one line. */
  promise: string;
  run(options: ScenarioOptions): Promise<RunReport[]>;
}

/** How many breaches of one promise are told by name. */
const toldByName = 3;

/** Breaches in words: each promise once, with its first examples. */
export function inWords(breaches: readonly Breach[]): string[] {
  const promises = [...new Set(breaches.map(({ promise }) => promise))];
  return promises.map((promise) => {
    const all = breaches.filter((one) => one.promise === promise);
    const examples = all.slice(0, toldByName).map(({ name, what }) => `${name}: ${what}`);
    return `${promise} (${all.length}): ${examples.join('; ')}${all.length > toldByName ? '; …' : ''}`;
  });
}

/** The figures that every run with a checked history has. */
export const verdictFigures = (verdict: Verdict): Record<string, number | string> => {
  const countOf = (promise: Breach['promise']) => verdict.breaches.filter((one) => one.promise === promise).length;
  return {
    created: verdict.ended.ok,
    ...{
      duplicated: verdict.duplicated,
      lost: countOf('lost'),
      misbound: countOf('misbound'),
      unexpected: countOf('unexpected'),
    },
    ...{ open: countOf('open'), ambiguous: verdict.ambiguous, recovered: verdict.recovered },
    'left: absent': verdict.leftAbsent,
    'left: there': verdict.leftPresent,
    'found %': Math.round(verdict.foundShare * 10_000) / 100,
    'doubled by the network': verdict.doubledByTheNetwork,
  };
};

export const engineNames: Record<Engine, string> = { postgres: 'PostgreSQL', sqlite: 'SQLite' };

/** How a mode is written on the command line and in reports. */
export const modeNames: Record<DuplicateProtection, string> = { marker: 'marker', look_up: 'look-up' };
