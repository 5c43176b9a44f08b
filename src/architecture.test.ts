import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The law (src/README.md): which room may import what, what only one file may touch, and how files are named. A type is an
 * import like any other: `import type`, `typeof import(…)` and re-exports are judged the same.
 */

interface Room {
  /** Which files of `src/` are this room's. */
  has: RegExp;
  /** Files of ours that it may import. */
  ours: RegExp;
  /** npm packages that it may import. */
  packages: RegExp;
  /** Whether it may import Node's own modules. */
  node: boolean;
}

const rooms: Record<string, Room> = {
  contract: { has: /^contract\//, ours: /^contract\//, packages: /^zod\/mini$/, node: false },
  words: { has: /^words\//, ours: /^words\//, packages: /^@lingui\/core$/, node: false },
  attributes: {
    has: /^attributes\/.*\.ts$/,
    ours: /^(attributes\/.*\.ts|contract\/.*|words\/.*)$/,
    packages: /^(zod\/mini|libphonenumber-js\/min)$/,
    node: false,
  },
  'attribute inputs': {
    has: /^attributes\/.*\.tsx$/,
    ours: /^(attributes|contract|ui|words)\//,
    packages: /^(react|clsx)$/,
    node: false,
  },
  ui: { has: /^ui\//, ours: /^ui\//, packages: /^(react|clsx)$/, node: false },
  browser: {
    has: /^browser\//,
    ours: /^(browser|contract|attributes|ui|words)\//,
    packages: /^(react|react-dom\/(client|server)|react-hook-form|@tanstack\/react-query|idb-keyval|clsx|zod\/mini)$/,
    node: false,
  },
  server: {
    has: /^server\//,
    ours: /^(server\/.*|contract\/.*|words\/.*|attributes\/.*\.ts)$/,
    packages: /^(fastify|@fastify\/.+|kysely|libsql|pg|oauth4webapi|prom-client|undici|zod\/mini)$/,
    node: true,
  },
  sandbox: {
    has: /^sandbox\//,
    ours: /^sandbox\//,
    packages: /^(fastify|@fastify\/.+|libsql|zod(\/mini)?|ajv.*)$/,
    node: true,
  },
  torture: {
    has: /^torture\//,
    ours: /^(torture|contract)\/|^commands\/private-postgres\.mjs$/,
    packages: /^zod\/mini$/,
    node: true,
  },
  commands: { has: /^commands\//, ours: /^commands\//, packages: /^(@playwright\/test|vite)$/, node: true },
  main: {
    has: /^main\.ts$/,
    ours: /^(sandbox\/start|server\/start|server\/set-up-marker|server\/config)\.ts$/,
    packages: /^$/,
    node: true,
  },
};

/** Tests live beside what they test and may start its real neighbours. */
const testMayImport = /^sandbox\/start\.ts$|^attributes\/|^contract\/|^commands\/(private-postgres|build-if-needed)\.mjs$/;
/** What only tests use. */
const forTests = (path: string) => isTest(path) || /^server\/testing\//.test(path);
const testPackages =
  /^(vitest|fast-check|@lingui\/message-utils\/compileMessage|@testing-library\/.+|oauth4webapi|undici|libsql|react|react-dom\/server|zod\/mini)$/;

/** What only the named files may do, within the files where it would be possible. */
const doors: { what: string; pattern: RegExp; within: RegExp; only: RegExp }[] = [
  {
    what: 'talks to the network',
    pattern: /\bfetch\s*\(|\bXMLHttpRequest\b|\bsendBeacon\b|\bnew (WebSocket|EventSource)\b/,
    within: /^(browser|attributes|ui|contract|words)\//,
    only: /^browser\/(api\/client|offline\/service-worker)\.ts$/,
  },
  {
    what: 'reads the environment',
    pattern: /\bprocess\s*\.\s*env\b|\bprocess\[/,
    within: /^(server|sandbox)\//,
    only: /^server\/config\.ts$/,
  },
  {
    what: 'calls Attio',
    pattern: /\bfrom 'undici'|\bfetch\s*\(/,
    within: /^server\//,
    only: /^server\/(attio\/client\.ts$|testing\/)/,
  },
  { what: 'brings a development tool along', pattern: /\bfrom 'ajv/, within: /^sandbox\//, only: /^sandbox\/conformance\// },
  {
    what: 'opens the database',
    pattern: /\bfrom '(kysely|libsql|pg)'/,
    within: /^server\//,
    only: /^server\/(ledger|session|testing)\//,
  },
];

const kindNames =
  /(^|\/)(utils?|helpers?|common|shared|types?|misc|lib|manager|handlers?|interfaces?|constants?|index)\.[a-z]+$/i;
const maxLines = 300;

const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const isSource = (path: string) => /\.(tsx?|mjs)$/.test(path) && !path.endsWith('.d.ts');

/** Everything a file imports, whatever the syntax. Comments are cut out first; a string that looks like one stays. */
function importsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const pattern = /(?:\bfrom|\bimport|\bimport\s*\(|\brequire\s*\()\s*['"`]([^'"`\s]+)['"`]/g;
  return [...code.matchAll(pattern)].map(([, specifier]) => specifier ?? '');
}

/** Every breach of the law in the files (paths below `src/`, with their sources), in words. */
function breaches(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const [path, source] of files) {
    if (path === 'architecture.test.ts') continue;
    const [name, room] = Object.entries(rooms).find(([, candidate]) => candidate.has.test(path)) ?? [];
    if (!room) {
      found.push(`${path} is in no room`);
      continue;
    }
    for (const specifier of importsOf(source)) {
      if (specifier.startsWith('.')) {
        const target = normalize(join(dirname(path), specifier));
        if (/\.css$/.test(target) && name === 'browser') continue;
        if (!room.ours.test(target) && !(forTests(path) && testMayImport.test(target)))
          found.push(`${path} (${name}) imports ${target}`);
      } else if (specifier.startsWith('node:')) {
        if (!room.node && !isTest(path)) found.push(`${path} (${name}) imports ${specifier}`);
      } else if (!room.packages.test(specifier) && !(isTest(path) && testPackages.test(specifier))) {
        found.push(`${path} (${name}) imports ${specifier}`);
      }
    }
    if (kindNames.test(path)) found.push(`${path} is named for a kind of thing: name it for the one thing it exports`);
    if (isTest(path)) continue;
    const lines = source.split('\n').length - 1;
    if (lines > maxLines) found.push(`${path} has ${lines} lines: ${maxLines} at most`);
    for (const { what, pattern, within, only } of doors) {
      if (within.test(path) && !only.test(path) && pattern.test(source)) found.push(`${path} ${what}: only ${only.source} may`);
    }
  }
  return found;
}

const sources = new Map(
  readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(isSource)
    .map((path) => [path, readFileSync(join(import.meta.dirname, path), 'utf8')]),
);

describe('the law', () => {
  it('holds in every file', () => {
    expect(sources.size).toBeGreaterThan(100);
    expect(breaches(sources)).toEqual([]);
  });

  const planted: [string, string, string][] = [
    ['the browser imports the server', 'browser/App.tsx', "import { readConfig } from '../server/config.ts';"],
    [
      'the server imports a type of the browser',
      'server/app.ts',
      "import type { Draft } from '../browser/deal-form/draft-store.ts';",
    ],
    ['the server imports an input', 'server/app.ts', "import { TextInput } from '../attributes/text/TextInput.tsx';"],
    ['the sandbox imports the contract', 'sandbox/start.ts', "import { paths } from '../contract/paths.ts';"],
    ['the sandbox names a type of ours', 'sandbox/start.ts', "type P = typeof import('../contract/paths.ts');"],
    ['the server reaches the sandbox outside a test', 'server/app.ts', "import { startSandbox } from '../sandbox/start.ts';"],
    [
      'the contract imports an attribute',
      'contract/deal-form.ts',
      "export { formsByType } from '../attributes/forms-by-type.ts';",
    ],
    ['ui knows react-hook-form', 'ui/Button.tsx', "import { useForm } from 'react-hook-form';"],
    ['ui knows a word of ours', 'ui/Button.tsx', "import { t } from '../words/t.ts';"],
    ['an attribute uses Node', 'attributes/text/text-forms.ts', "import { createHash } from 'node:crypto';"],
    ['an attribute imports React', 'attributes/text/text-forms.ts', "import { useState } from 'react';"],
    [
      'an input loads a module late',
      'attributes/text/TextInput.tsx',
      "const later = () => import('../../browser/api/client.ts');",
    ],
    ['an input fetches', 'attributes/text/TextInput.tsx', "void fetch('/api/session');"],
    ['a second file of the browser fetches', 'browser/App.tsx', "await fetch('/api/session');"],
    ['a route reads the environment', 'server/routes/health.ts', 'const port = process.env.PORT;'],
    ['a route calls Attio by itself', 'server/routes/health.ts', "import { request } from 'undici';"],
    ['a route opens the database', 'server/routes/health.ts', "import Database from 'libsql';"],
    ['a torture knows the server from inside', 'torture/main.ts', "import { readConfig } from '../server/config.ts';"],
    ['the server knows a torture', 'server/app.ts', "import { seeded } from '../torture/seeded.ts';"],
    ['a command imports a room', 'commands/start.mjs', "import { startServer } from '../server/start.ts';"],
    ['the front door imports a route', 'main.ts', "import { healthRoutes } from './server/routes/health.ts';"],
    ['a file is named for a kind', 'server/utils.ts', ''],
    ['a file is a barrel', 'ui/index.ts', ''],
    ['a file has no end', 'server/app.ts', '\n'.repeat(maxLines + 1)],
    ['a file stands in no room', 'shared/money.ts', ''],
  ];
  it.each(planted)('is broken when %s', (_, path, source) => {
    expect(breaches(new Map([[path, source]]))).toHaveLength(1);
  });

  it('lets a test start its real neighbour', () => {
    const test = "import { startSandbox } from '../sandbox/start.ts';\nimport { it } from 'vitest';";
    expect(breaches(new Map([['server/start.test.ts', test]]))).toEqual([]);
  });
});
