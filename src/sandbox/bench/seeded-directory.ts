import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDirectory } from '../storage/make-directory.ts';
import { migrations } from '../storage/migrations.ts';
import { DATABASE } from '../storage/store.ts';
import { startedCommand } from './started-command.ts';

/** What it took to seed a directory: seconds until the sandbox was ready, those of the processor, and the most memory, in MB. */
export type Seeding = { seconds: number; cpuSeconds: number; peakMb: number };

const ROOT = join('.data', 'bench');

/** A directory seeded with `count` companies and as many people, made now or by an earlier run. */
export async function seededDirectory(count: number): Promise<{ directory: string; seeding: Seeding | undefined }> {
  const directory = join(ROOT, `${count}-v${migrations.length}`);
  const note = join(directory, 'seeding.json');
  if (!existsSync(join(directory, DATABASE))) {
    makeDirectory(directory);
    const command = await startedCommand('--data', directory, '--seed', String(count));
    await command.stop();
    const seeding: Seeding = {
      seconds: command.secondsToReady,
      cpuSeconds: command.cpuSecondsToReady,
      peakMb: command.peakMb,
    };
    writeFileSync(note, JSON.stringify(seeding));
  }
  const seeding = existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as Seeding) : undefined;
  return { directory, seeding };
}
