import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { assumptions } from './assumptions.ts';

it('the README shows every assumption, and no other', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const rows = assumptions.map(({ about, here, basis }) => `| ${about} | ${here} | ${basis} |`);
  const [, table = ''] = readme.split('## What is assumed');
  expect(table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| About'))).toEqual(rows);
});
