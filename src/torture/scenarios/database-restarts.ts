import type { Scenario } from '../scenario.ts';
import { runEachChaos } from './chaos-scenario.ts';

/** 20 times while submissions come in as fast as they are taken; nothing else goes wrong. */
export const databaseRestarts: Scenario = {
  promise: 'PostgreSQL breaks down again and again: nothing is lost or doubled, and nothing is sent that was not recorded.',
  run: (options) =>
    runEachChaos(
      options,
      'database-restarts',
      {
        ...{ submissions: options.quick ? 120 : 1_000, databaseRestarts: options.quick ? 3 : 20 },
        ...{ createFaultRate: 0, readFaultRate: 0, kills: 0 },
      },
      { engines: ['postgres'] },
    ),
};
