import type { DuplicateProtection } from '../../contract/setup.ts';
import { type CreateEntry, leftInTheDark, timesApplied } from '../upstream/create-log.ts';
import {
  boundRecord,
  isAcknowledgement,
  lastHeard,
  type Observation,
  outcomeOf,
  type SubmissionHistory,
  wasOpen,
} from './history.ts';

/** All there is to judge a run by. */
export interface Evidence {
  mode: DuplicateProtection;
  submissions: readonly SubmissionHistory[];
  /** What came by on the way to the upstream. */
  creates: readonly CreateEntry[];
  /** Every deal that the upstream has and that was not there before the run. */
  deals: readonly { recordId: string; name: string }[];
}

/** A promise that was not kept: which one, with which deal, in words. */
export interface Breach {
  promise: 'duplicated' | 'lost' | 'misbound' | 'unexpected' | 'open' | 'left to a person' | 'sent unrecorded';
  name: string;
  what: string;
}

/** What a run came to. */
export interface Verdict {
  breaches: Breach[];
  /** Submissions by how they ended. */
  ended: { ok: number; fail: number; info: number };
  /** Deals too many by submission, those left out that the network made and no client can prevent. */
  duplicated: number;
  /** Deals too many because the network sent one create twice to an upstream that takes both. */
  doubledByTheNetwork: number;
  /** Submissions of which the server was left in the dark at some time. */
  ambiguous: number;
  /** Ambiguous ones that ended created. */
  recovered: number;
  /** Needs checking, and no such deal exists. */
  leftAbsent: number;
  /** Needs checking, though the deal is there. */
  leftPresent: number;
  /** Of the ambiguous ones whose deal exists, how many were found without a person, from 0 to 1. */
  foundShare: number;
}

/** Of the ambiguous ones whose deal exists, this share is to be found without a person. */
const wantedFoundShare = 0.99;

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Holds what clients heard against what the upstream has. */
export function checkHistory({ mode, submissions, creates, deals }: Evidence): Verdict {
  const breaches: Breach[] = [];
  const dealsByName = grouped(deals, ({ name }) => name);
  const createsByName = grouped(creates, ({ name }) => name);
  const submissionsByName = grouped(submissions, ({ name }) => name);
  const boundTo = grouped(
    submissions.filter((one) => boundRecord(one) !== null),
    (one) => boundRecord(one) ?? '',
  );
  const verdict: Verdict = {
    ...{ breaches, ended: { ok: 0, fail: 0, info: 0 }, duplicated: 0, doubledByTheNetwork: 0, ambiguous: 0, recovered: 0 },
    ...{ leftAbsent: 0, leftPresent: 0, foundShare: 1 },
  };
  let ambiguousThere = 0;
  const notFound: string[] = [];

  for (const submission of submissions) {
    const { name } = submission;
    const breach = (promise: Breach['promise'], what: string) => breaches.push({ promise, name, what });
    const records = (dealsByName.get(name) ?? []).map(({ recordId }) => recordId);
    const attempts = createsByName.get(name) ?? [];
    const twins = submissionsByName.get(name)?.filter((one) => one !== submission) ?? [];
    /** Deals that can be this one's: twins are alike, and those that are created have one each. */
    const own = Math.max(0, records.length - twins.filter((one) => lastHeard(one) === 'created').length);
    const heard = lastHeard(submission);
    verdict.ended[outcomeOf(submission)] += 1;

    for (const what of losses(submission, own)) breach('lost', what);

    const bound = boundRecord(submission);
    if (heard === 'created' && bound === null) breach('misbound', 'created without a record');
    if (bound !== null && records.length > 0 && !records.includes(bound))
      breach('misbound', `bound to ${bound}, which is another deal`);
    const sharing = bound === null ? 0 : (boundTo.get(bound)?.length ?? 0) - 1;
    if (sharing > 0) breach('misbound', `bound to ${bound}, as are ${sharing} others`);

    if (own > 0 && (heard === 'refused' || heard === 'unknown here'))
      breach('unexpected', `${heard}, and yet there is ${records.join(', ')}`);
    if (heard === 'refused' && own === 0) breach('unexpected', 'refused, though nothing was wrong with it');
    if (heard === 'unknown here' && attempts.length > 0 && twins.length === 0)
      breach('sent unrecorded', `${attempts.length} creates without an intent`);
    if (outcomeOf(submission) === 'info' && heard !== 'needs_checking')
      breach('open', `still ${heard ?? 'unanswered'} at the end`);

    // With Attio's help nothing is a person's to decide.
    if (heard === 'needs_checking' && mode === 'marker') breach('left to a person', 'needs checking although a repeat is safe');
    if (heard === 'needs_checking' && own === 0) verdict.leftAbsent += 1;
    if (heard === 'needs_checking' && own > 0) verdict.leftPresent += 1;
    if (!wasOpen(submission) && !attempts.some(leftInTheDark)) continue;
    verdict.ambiguous += 1;
    if (heard === 'created') verdict.recovered += 1;
    if (own === 0) continue;
    ambiguousThere += 1;
    if (heard !== 'created') notFound.push(name);
  }

  for (const [name, made] of dealsByName) {
    const alike = submissionsByName.get(name)?.length ?? 0;
    if (alike === 0) breaches.push({ promise: 'unexpected', name, what: `${made.length} deals that nobody posted` });
    const doubled = createsByName.get(name)?.filter((one) => one.fault === 'sent twice' && timesApplied(one) > 1).length ?? 0;
    const tooMany = alike === 0 ? 0 : Math.max(0, made.length - alike);
    const unpreventable = mode === 'marker' ? 0 : Math.min(tooMany, doubled);
    verdict.doubledByTheNetwork += unpreventable;
    verdict.duplicated += tooMany - unpreventable;
    const what = `${made.length} deals: ${made.map(({ recordId }) => recordId).join(', ')}`;
    if (tooMany > unpreventable) breaches.push({ promise: 'duplicated', name, what });
  }
  const ambiguousFound = ambiguousThere - notFound.length;
  verdict.foundShare = ambiguousThere === 0 ? 1 : ambiguousFound / ambiguousThere;
  if (verdict.foundShare < wantedFoundShare) {
    const what = `only ${ambiguousFound} of ${ambiguousThere} ambiguous deals that exist were found without a person`;
    breaches.push(...notFound.map((name): Breach => ({ promise: 'left to a person', name, what })));
  }
  return verdict;
}

/** Every way in which the submission was lost, in words. */
function losses(submission: SubmissionHistory, dealCount: number): string[] {
  const found: string[] = [];
  const { observations } = submission;
  if (lastHeard(submission) === 'created' && dealCount === 0) found.push('created, and no deal is there');
  if (heardAfter(observations, isAcknowledgement, ({ status }) => status === 404))
    found.push('acknowledged, and later nobody knew it');
  const later = heardAfter(
    observations,
    ({ state }) => state === 'created',
    ({ state }) => state !== null && state !== 'created',
  );
  if (later) found.push(`created, and later ${later.state}`);
  return found;
}

type Test = (observation: Observation) => boolean;

/** What was asked only after the first had been heard; calls at the same time may be answered in any order. */
function heardAfter(observations: readonly Observation[], first: Test, then: Test): Observation | undefined {
  const heardAt = Math.min(...observations.filter(first).map(({ startedAt, ms }) => startedAt + ms));
  return observations.find((one) => one.startedAt > heardAt && then(one));
}
