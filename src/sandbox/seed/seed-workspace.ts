import type { SandboxOptions } from '../options.ts';
import type { Sandbox } from '../sandbox.ts';
import { seedConfiguration } from './seed-configuration.ts';
import { seedDemo } from './seed-demo.ts';
import { seedSynthetic } from './seed-synthetic.ts';

/** Makes the workspace if the database has none yet, in one transaction; `seedAside` is the way for very many records. */
export function seedWorkspace(sandbox: Sandbox, seed: SandboxOptions['seed']): void {
  const { store, search } = sandbox;
  if (store.get('SELECT 1 FROM workspace')) return;
  store.transaction(() => {
    seedConfiguration(sandbox, seed === 'empty' ? 'empty' : 'demo');
    if (seed === 'demo') seedDemo(sandbox);
    if (typeof seed !== 'number') return;
    for (const _ of seedSynthetic(sandbox, seed));
    for (const _ of search.finishLoading());
  });
}
