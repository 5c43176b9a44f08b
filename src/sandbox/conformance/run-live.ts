import { cases } from './cases.ts';
import { Difference, Service } from './service.ts';

// The real service takes 25 writes a second; a scratch workspace is in no hurry.
const PAUSE_MS = 60;

/**
 * Runs the cases against a service that is already there and writes what differs, case by case.
 * @returns how many cases differed
 */
export async function runLive(url: string, token: string, write: (line: string) => void): Promise<number> {
  const service = new Service(url, token, PAUSE_MS);
  const { body } = await service.ask('identify');
  const { active, workspace_name: workspace } = body as { active: boolean; workspace_name?: string };
  if (!active) throw new Error('The token is not an active one.');
  write(`${cases.length} cases against ${url}, workspace "${workspace}"`);
  let different = 0;
  for (const { name, run } of cases) {
    const difference = await outcome(
      () => run(service),
      () => service.undo(),
    );
    if (difference) different += 1;
    write(difference ? `differs  ${name}\n         ${difference.replaceAll('\n', '\n         ')}` : `same     ${name}`);
  }
  write(different === 0 ? 'Nothing differs.' : `${different} of ${cases.length} cases differ.`);
  return different;
}

async function outcome(run: () => Promise<void>, undo: () => Promise<void>): Promise<string | null> {
  let difference: string | null = null;
  for (const step of [run, undo]) {
    try {
      await step();
    } catch (error) {
      difference ??= error instanceof Difference ? error.message : `could not be run: ${String(error)}`;
    }
  }
  return difference;
}
