import { describe, expect, it } from 'vitest';
import { lockfileFaults } from './check-lockfile.mjs';

const integrity = 'sha512-x';
const complete = {
  packages: {
    '': {},
    'node_modules/tool': { integrity, optionalDependencies: { 'tool-linux': '1.0.0', 'tool-win32': '1.0.0' } },
    'node_modules/tool-linux': { integrity },
    'node_modules/tool-win32': { integrity },
  },
};

describe('the lockfile check', () => {
  it('is content with a lock that names every platform', () => {
    expect(lockfileFaults(complete, { dependencies: { tool: '1.0.0' } })).toEqual([]);
  });

  it('names a platform package that is missing', () => {
    const { 'node_modules/tool-win32': _, ...packages } = complete.packages;
    expect(lockfileFaults({ packages }, {})).toEqual([
      'node_modules/tool needs tool-win32 on some platform, and it is not locked',
    ]);
  });

  it('finds a platform package beside a nested one, as Node would', () => {
    const nested = { 'node_modules/app/node_modules/tool': complete.packages['node_modules/tool'] };
    const beside = { 'node_modules/app/node_modules/tool-linux': { integrity }, 'node_modules/tool-win32': { integrity } };
    expect(lockfileFaults({ packages: { ...nested, ...beside } }, {})).toEqual([]);
  });

  it('names a package without a hash, and a version that is a range', () => {
    expect(lockfileFaults({ packages: { 'node_modules/a': {} } }, { devDependencies: { a: '^1.0.0' } })).toEqual([
      'node_modules/a has no integrity hash',
      'package.json asks for a@^1.0.0: versions are exact here',
    ]);
  });
});
