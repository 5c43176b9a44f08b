import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, it, test } from 'vitest';
import { languages } from './language.ts';

type Catalogue = Readonly<Record<string, string>>;
type Token = string | [name: string, type?: string, format?: Readonly<Record<string, string | Token[]>>];

const names = ['first', 'later', 'server'] as const;
const read = (language: string, name: string): Catalogue =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'catalogues', language, `${name}.json`), 'utf8'));
const english: Catalogue = Object.assign({}, ...names.map((name) => read('en', name)));

/** What stands in the branches of a plural or a select. */
const branchesOf = (format: Token[2] = {}) => Object.values(format).filter((branch) => branch !== undefined);

/** Whatever a sentence names, in all its branches: `count plural`, `title`, `atStage select`. */
function namedIn(message: string): Set<string> {
  const found = new Set<string>();
  const visit = (tokens: string | readonly Token[]) => {
    for (const token of typeof tokens === 'string' ? [] : tokens) {
      if (typeof token === 'string') continue;
      const [name, type, format] = token;
      found.add(type === 'plural' || type === 'select' ? `${name} ${type}` : name);
      if (type === 'plural' || type === 'select') for (const branch of branchesOf(format)) visit(branch);
    }
  };
  visit(compileMessage(message) as Token[]);
  return found;
}

/** The branches of each plural (or select) in a sentence. */
function branchesIn(message: string, kind: 'plural' | 'select'): string[][] {
  const found: string[][] = [];
  const visit = (tokens: string | readonly Token[]) => {
    for (const token of typeof tokens === 'string' ? [] : tokens) {
      if (typeof token === 'string' || !token[2] || typeof token[2] === 'string') continue;
      if (token[1] === kind) found.push(Object.keys(token[2]).filter((name) => name !== 'offset'));
      for (const branch of branchesOf(token[2])) visit(branch);
    }
  };
  visit(compileMessage(message) as Token[]);
  return found;
}

describe.each(languages)('the catalogues of %s', (language) => {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  it.each(names)('%s: say everything, and nothing else', (name) => {
    expect(Object.keys(read(language, name))).toEqual(Object.keys(read('en', name)));
  });

  it.each(names)('%s: name what the English sentences name', (name) => {
    for (const [key, message] of Object.entries(read(language, name))) {
      expect([key, [...namedIn(message)].sort()]).toEqual([key, [...namedIn(english[key] ?? '')].sort()]);
    }
  });

  it.each(names)('%s: count as the language counts, and ask only whether something is so', (name) => {
    for (const [key, message] of Object.entries(read(language, name))) {
      for (const branches of branchesIn(message, 'plural'))
        expect([key, branches.toSorted()]).toEqual([key, categories.toSorted()]);
      for (const branches of branchesIn(message, 'select')) expect([key, branches]).toEqual([key, ['true', 'other']]);
    }
  });

  it.each(names)('%s: have no sentence that is empty or has blanks at its ends', (name) => {
    const untidy = Object.entries(read(language, name)).filter(([, message]) => message === '' || message !== message.trim());
    expect(untidy).toEqual([]);
  });
});

const source = join(import.meta.dirname, '..');
const sources = new Map(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|^(sandbox|torture)\//.test(path))
    .map((path) => [path, readFileSync(join(source, path), 'utf8')]),
);

/** A key as it stands in the sources, with anything in the place of what is put in: `accepted.${why}` is `accepted\..+`. */
const patternOf = (key: string): RegExp =>
  new RegExp(`^${key.replace(/\$\{[^}]*\}|[.*+?^()|[\]\\]/g, (part) => (part.startsWith('$') ? '.+' : `\\${part}`))}$`);
const texts = (text: string): string[] => [
  ...[...text.matchAll(/'([\w.]+)'/g)].map(([, one]) => one ?? ''),
  ...[...text.matchAll(/`([\w.]*\$\{[^`]*)`/g)].map(([, one]) => one ?? ''),
];

test('every sentence is said somewhere', () => {
  const said = new Set([...sources.values()].flatMap(texts));
  const patterns = [...said].filter((text) => text.includes('${') && /^[a-z]\w*\./i.test(text)).map(patternOf);
  // Made of two parts: `${of}.title`, where `of` stands whole in the sources.
  const isJoined = (key: string) => /\.(title|text)$/.test(key) && said.has(key.replace(/\.\w+$/, ''));
  const unsaid = Object.keys(english).filter(
    (key) => !said.has(key) && !isJoined(key) && !patterns.some((pattern) => pattern.test(key)),
  );
  expect(unsaid).toEqual([]);
});

test('what is put into a sentence is what it names', () => {
  const calls = [...sources.values()].flatMap((text) => [
    ...text.matchAll(/\bt\(\s*'([\w.]+)'(?:,?\s*\)|,\s*\{([^{}]*)\},?\s*\))/g),
  ]);
  expect(calls.length).toBeGreaterThan(350);
  const wrong = calls.flatMap(([, key = '', given = '']) => {
    const named = new Set([...namedIn(english[key] ?? '')].map((name) => name.split(' ')[0] ?? ''));
    const flat = given.replace(/\([^()]*\)/g, '').replace(/\([^()]*\)/g, '');
    const put = new Set([...flat.matchAll(/(?:^|,)\s*(\w+)\s*(?=[:,]|$)/g)].map(([, name]) => name ?? ''));
    return [...named].sort().join() !== [...put].sort().join() ? [`${key}: ${given}`] : [];
  });
  expect(wrong).toEqual([]);
});

test('nothing that is there at the first paint says a sentence that comes later', () => {
  const reached = new Set<string>();
  const visit = (path: string) => {
    const text = sources.get(path);
    if (text === undefined || reached.has(path)) return;
    reached.add(path);
    for (const [, specifier = ''] of text.matchAll(/^(?:import|export) (?!type)[^;]*?from .(\.[^']+)'/gms))
      visit(normalize(join(dirname(path), specifier)).replaceAll('\\', '/'));
  };
  for (const path of ['browser/main.tsx', 'attributes/rare-inputs.tsx']) visit(path);
  expect(reached.size).toBeGreaterThan(80);
  const first = read('en', 'first');
  const later = [...reached].flatMap((path) =>
    [...(sources.get(path) ?? '').matchAll(/\bt\(\s*'([\w.]+)'/g)].flatMap(([, key = '']) =>
      key in first ? [] : `${path}: ${key}`,
    ),
  );
  expect(later).toEqual([]);
});

test('no module says a sentence as it is loaded, before anybody knows in which language', () => {
  const early = [...sources].flatMap(([path, text]) =>
    [...text.matchAll(/^(?:export )?const [^\n]*?\bt\('[^\n]*/gm)].flatMap(([line]) =>
      /=>/.test(line) ? [] : `${path}: ${line}`,
    ),
  );
  expect(early).toEqual([]);
});
