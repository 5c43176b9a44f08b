import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasPostgres } from '../commands/private-postgres.mjs';
import type { DuplicateProtection } from '../contract/setup.ts';
import type { RunReport } from './scenario.ts';
import { scenarios } from './scenarios/by-name.ts';
import { builtPrograms, endChildrenOnSignals } from './stack/child-program.ts';
import { type Engine, engines } from './stack/torture-stack.ts';

/** `npm run torture`: holds the built server to its promises, and says which were kept. */
const help = `Tortures the built server. Name scenarios to leave out the rest: ${Object.keys(scenarios).join(', ')}.

  --seeds 1,2           of everything that is drawn by lot (1,2,3,4,5; with --quick 1)
  --submissions N       of the scenario chaos (2000; with --quick 200)
  --mode M              marker, look-up or both (both)
  --engine E            postgres, sqlite or both (postgres where there is one)
  --quick               a tenth of everything
`;

const modesByName: Record<string, readonly DuplicateProtection[]> = {
  marker: ['marker'],
  'look-up': ['look_up'],
  both: ['marker', 'look_up'],
};
const enginesByName: Record<string, readonly Engine[]> = { postgres: ['postgres'], sqlite: ['sqlite'], both: engines };

/** @throws Error with a sentence about the command line */
function readCommandLine() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seeds: { type: 'string' },
      submissions: { type: 'string' },
      mode: { type: 'string', default: 'both' },
      engine: { type: 'string', default: hasPostgres() ? 'postgres' : 'sqlite' },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { quick } = values;
  const unknown = positionals.find((name) => !Object.hasOwn(scenarios, name));
  if (unknown !== undefined)
    throw new Error(`There is no scenario "${unknown}"; there is: ${Object.keys(scenarios).join(', ')}.`);
  const numbers = (flag: string, text: string): number[] => {
    if (!/^[1-9]\d{0,5}(,[1-9]\d{0,5})*$/.test(text)) throw new Error(`${flag} must be whole numbers, not "${text}".`);
    return text.split(',').map(Number);
  };
  const oneOf = <Value>(flag: string, choices: Record<string, Value>, name: string): Value => {
    const chosen = Object.hasOwn(choices, name) ? choices[name] : undefined;
    if (chosen === undefined) throw new Error(`${flag} must be one of ${Object.keys(choices).join(', ')}, not "${name}".`);
    return chosen;
  };
  return {
    isHelp: values.help,
    names: positionals.length > 0 ? positionals : Object.keys(scenarios),
    options: {
      quick,
      seeds: numbers('--seeds', values.seeds ?? (quick ? '1' : '1,2,3,4,5')),
      submissions: numbers('--submissions', values.submissions ?? (quick ? '200' : '2000'))[0] ?? 0,
      modes: oneOf('--mode', modesByName, values.mode),
      engines: oneOf('--engine', enginesByName, values.engine),
    },
  };
}

async function run({ names, options }: ReturnType<typeof readCommandLine>): Promise<boolean> {
  const directory = join('.data', 'torture', new Date().toISOString().replace(/[:.]/g, '-'));
  mkdirSync(directory, { recursive: true });
  const broken: string[] = [];
  for (const name of names) {
    const scenario = scenarios[name];
    if (!scenario) continue;
    console.log(`\n── ${name}: ${scenario.promise}`);
    const reports = await scenario.run({
      ...options,
      programs: builtPrograms,
      directory,
      say: (line) => console.log(`   ${line}`),
    });
    print(reports);
    broken.push(...reports.flatMap((report) => report.broken.map((words) => `${name} (${report.run}): ${words}`)));
  }
  console.log(
    broken.length === 0 ? '\nEvery promise was kept.' : `\nNot kept:\n${broken.map((words) => `  ${words}`).join('\n')}`,
  );
  console.log(`Logs and evidence are in ${directory}.`);
  return broken.length === 0;
}

/** A column for each run: there are more figures than runs. */
function print(reports: readonly RunReport[]): void {
  const rows: Record<string, Record<string, number | string>> = {};
  for (const { run: column, figures, broken } of reports) {
    const kept = broken.length === 0 ? 'yes' : 'NO';
    for (const [figure, value] of Object.entries({ ...figures, kept })) rows[figure] = { ...rows[figure], [column]: value };
  }
  console.table(rows);
}

try {
  const commandLine = readCommandLine();
  if (commandLine.isHelp) console.log(help);
  else {
    endChildrenOnSignals();
    process.exitCode = (await run(commandLine)) ? 0 : 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
