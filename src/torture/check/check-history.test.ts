import { expect, test } from 'vitest';
import type { SubmissionState } from '../../contract/submission.ts';
import type { CreateEntry } from '../upstream/create-log.ts';
import { type Breach, checkHistory, type Evidence } from './check-history.ts';
import type { Observation, SubmissionHistory } from './history.ts';

const heard = (status: number | null, state: SubmissionState | null, more: Partial<Observation> = {}): Observation => ({
  ...{
    call: 'PUT',
    startedAt: 0,
    ms: 1,
    status,
    state,
    code: null,
    recordId: null,
    duplicates: 0,
    retryAfterS: null,
    ledgerMs: null,
  },
  ...more,
});
const created = (recordId: string) => heard(200, 'created', { recordId });
const refused = heard(422, null, { code: 'refused_by_attio' });
const notFound = heard(404, null, { call: 'GET', code: 'submission_not_found' });

/** Calls one after the other. */
const submission = (name: string, ...observations: Observation[]): SubmissionHistory => ({
  id: `${crypto.randomUUID()} of ${name}`,
  name,
  observations: observations.map((one, index) => ({ ...one, startedAt: index * 10 })),
});
const deal = (name: string, recordId = `record of ${name}`) => ({ name, recordId });
const create = (name: string, more: Partial<CreateEntry> = {}): CreateEntry => ({
  ...{ name, attempt: 1, arrivedAt: 0, fault: null, forwardedAt: [0], statuses: [200], answered: 200, notBefore: null },
  ...more,
});
const sentTwice = (name: string) => create(name, { fault: 'sent twice', forwardedAt: [0, 0], statuses: [200, 200] });

const judged = (evidence: Partial<Evidence>) =>
  checkHistory({ mode: 'look_up', submissions: [], creates: [], deals: [], ...evidence });
const breached = (evidence: Partial<Evidence>) => judged(evidence).breaches.map(({ promise, name }) => `${promise}: ${name}`);

test('Nothing is said against a run in which every submission made its deal', () => {
  const evidence: Partial<Evidence> = {
    submissions: [submission('A', created('a')), submission('B', heard(null, null), heard(202, 'unknown'), created('b'))],
    creates: [create('A'), create('B', { fault: 'dropped after', answered: null })],
    deals: [deal('A', 'a'), deal('B', 'b')],
  };
  expect(judged(evidence)).toMatchObject({ breaches: [], ended: { ok: 2, fail: 0, info: 0 }, ambiguous: 1, recovered: 1 });
});

const planted: [string, string[], Partial<Evidence>][] = [
  [
    'a second deal',
    ['duplicated: A'],
    { submissions: [submission('A', created('a'))], creates: [create('A')], deals: [deal('A', 'a'), deal('A', 'b')] },
  ],
  [
    'a third deal where the network made the second',
    ['duplicated: A'],
    {
      submissions: [submission('A', created('a'))],
      creates: [sentTwice('A')],
      deals: [deal('A', 'a'), deal('A', 'b'), deal('A', 'c')],
    },
  ],
  [
    'a second deal of the network’s, though Attio was to refuse it',
    ['duplicated: A'],
    {
      mode: 'marker',
      submissions: [submission('A', created('a'))],
      creates: [sentTwice('A')],
      deals: [deal('A', 'a'), deal('A', 'b')],
    },
  ],
  ['a created deal that is not there', ['lost: A'], { submissions: [submission('A', created('a'))] }],
  [
    'an acknowledged submission that nobody knows later',
    ['lost: A', 'sent unrecorded: A'],
    { submissions: [submission('A', heard(202, 'sending'), notFound)], creates: [create('A', { statuses: [500] })] },
  ],
  [
    'a created deal that is open again',
    ['lost: A', 'open: A', 'left to a person: A'],
    { submissions: [submission('A', created('a'), heard(202, 'unknown'))], deals: [deal('A', 'a')] },
  ],
  [
    'a submission bound to somebody else’s deal',
    ['misbound: A'],
    { submissions: [submission('A', created('b'))], deals: [deal('A', 'a')] },
  ],
  [
    'two submissions bound to one deal',
    ['misbound: A', 'lost: B', 'misbound: B'],
    { submissions: [submission('A', created('a')), submission('B', created('a'))], deals: [deal('A', 'a')] },
  ],
  [
    'a third deal of twins',
    ['duplicated: A'],
    {
      submissions: [submission('A', created('a')), submission('A', created('b'))],
      deals: [deal('A', 'a'), deal('A', 'b'), deal('A', 'c')],
    },
  ],
  [
    'twins bound to one deal',
    ['misbound: A', 'misbound: A'],
    { submissions: [submission('A', created('a')), submission('A', created('a'))], deals: [deal('A', 'a'), deal('A', 'b')] },
  ],
  [
    'a twin that is created without a deal of its own',
    ['lost: A', 'misbound: A', 'lost: A', 'misbound: A'],
    { submissions: [submission('A', created('a')), submission('A', created('a'))], deals: [deal('A', 'a')] },
  ],
  [
    'a twin that is left to a person though its deal is there',
    ['left to a person: A'],
    {
      submissions: [submission('A', created('a')), submission('A', heard(202, 'needs_checking'))],
      deals: [deal('A', 'a'), deal('A', 'b')],
    },
  ],
  ['a deal that nobody posted', ['unexpected: C'], { deals: [deal('C')] }],
  ['a refused submission that has a deal', ['unexpected: A'], { submissions: [submission('A', refused)], deals: [deal('A')] }],
  ['a refusal of what was in order', ['unexpected: A'], { submissions: [submission('A', refused)] }],
  [
    'a deal of a submission that nobody has',
    ['unexpected: A', 'sent unrecorded: A'],
    { submissions: [submission('A', heard(null, null), notFound)], creates: [create('A')], deals: [deal('A')] },
  ],
  ['a submission that is open at the end', ['open: A'], { submissions: [submission('A', heard(202, 'deferred'))] }],
  ['a submission that was never answered', ['open: A'], { submissions: [submission('A', heard(null, null))] }],
  [
    'a deal that is there and left to a person',
    ['left to a person: A'],
    { submissions: [submission('A', heard(202, 'needs_checking'))], deals: [deal('A')] },
  ],
  [
    'a decision left to a person where a repeat is safe',
    ['left to a person: A'],
    { mode: 'marker', submissions: [submission('A', heard(202, 'needs_checking'))] },
  ],
];
test.each(planted)('Finds %s', (_, breaches, evidence) => {
  expect(breached(evidence)).toEqual(breaches satisfies string[] | `${Breach['promise']}: ${string}`[]);
});

test('Tells apart the deals that the network doubled where no client can prevent it', () => {
  const evidence: Partial<Evidence> = {
    submissions: [submission('A', created('a'))],
    creates: [sentTwice('A')],
    deals: [deal('A', 'a'), deal('A', 'b')],
  };
  expect(judged(evidence)).toMatchObject({ breaches: [], duplicated: 0, doubledByTheNetwork: 1 });
});

test('Takes either of two deals for either of two twins', () => {
  const twins = [submission('A', created('b')), submission('A', heard(202, 'unknown'), created('a'))];
  expect(judged({ submissions: twins, deals: [deal('A', 'a'), deal('A', 'b')] })).toMatchObject({ breaches: [], foundShare: 1 });
  const one = [submission('A', created('a')), submission('A', heard(202, 'needs_checking'))];
  expect(judged({ submissions: one, deals: [deal('A', 'a')] })).toMatchObject({ breaches: [], leftAbsent: 1 });
});

test('Leaves to a person what is not there', () => {
  const evidence = { submissions: [submission('A', heard(202, 'needs_checking'))], creates: [create('A', { statuses: [503] })] };
  expect(judged(evidence)).toMatchObject({ breaches: [], leftAbsent: 1, leftPresent: 0, foundShare: 1 });
});

test('Takes answers to calls at the same time in any order', () => {
  const history: SubmissionHistory = {
    ...{ id: 'a', name: 'A' },
    observations: [
      { ...created('a'), ms: 20 },
      heard(202, 'sending', { startedAt: 10, ms: 30 }),
      { ...created('a'), startedAt: 50 },
    ],
  };
  expect(breached({ submissions: [history], deals: [deal('A', 'a')] })).toEqual([]);
});
