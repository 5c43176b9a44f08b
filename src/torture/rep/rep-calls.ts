import * as z from 'zod/mini';
import { type DealForm, dealFormSchema } from '../../contract/deal-form.ts';
import { antiForgeryHeader, paths, submissionPath } from '../../contract/paths.ts';
import { problemSchema } from '../../contract/problem.ts';
import { submissionSchema } from '../../contract/submission.ts';
import type { Observation, SubmissionHistory } from '../check/history.ts';
import { callHttp, type HttpReply } from '../upstream/http-call.ts';

/** A deal that a rep wants: what the page would send. */
export interface Deal {
  id: string;
  name: string;
  values: Record<string, unknown>;
}

/** A rep's browser as far as the server can tell; all that it hears is kept. */
export interface RepCalls {
  /** What was heard, by submission, in the order in which they were first sent. */
  submissions: Map<string, SubmissionHistory>;
  put(deal: Deal, signal?: AbortSignal): Promise<Observation>;
  get(deal: Deal): Promise<Observation>;
  /** The values that every deal needs, with a name. */
  deal(id: string, name: string, more?: Record<string, unknown>): Deal;
}

/** Longer than any server makes a rep wait: a call must not hang for ever. */
const patienceMs = 60_000;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readReply(reply: HttpReply): Omit<Observation, 'call' | 'startedAt' | 'ms'> {
  const json = jsonOf(reply.body);
  const submission = z.safeParse(submissionSchema, json);
  const problem = z.safeParse(problemSchema, json);
  const [, ledgerMs] = /\bledger;dur=([\d.]+)/.exec([reply.headers['server-timing']].flat().join()) ?? [];
  const retryAfter = Number(reply.headers['retry-after'] ?? Number.NaN);
  return {
    status: reply.status,
    state: submission.success ? submission.data.state : null,
    code: problem.success ? problem.data.code : null,
    recordId: submission.success ? (submission.data.record?.id.record_id ?? null) : null,
    duplicates: submission.success ? submission.data.duplicates.length : 0,
    retryAfterS: Number.isNaN(retryAfter) ? null : retryAfter,
    ledgerMs: ledgerMs === undefined ? null : Number(ledgerMs),
  };
}

const heardNothing = { status: null, state: null, code: null, recordId: null, duplicates: 0, retryAfterS: null, ledgerMs: null };

/** Opens the page's back door: reads the form, and can then send deals. */
export async function openRep(url: string): Promise<RepCalls> {
  const submissions: RepCalls['submissions'] = new Map();
  const headers = { [antiForgeryHeader.name]: antiForgeryHeader.value, 'sec-fetch-site': 'same-origin', host: new URL(url).host };
  const form = await readForm(url, headers);
  const stage = form.fields.find(({ slug }) => slug === 'stage')?.statuses?.[0]?.id;

  async function observe(call: Observation['call'], { id, name }: Deal, ask: () => Promise<HttpReply>): Promise<Observation> {
    const history = submissions.get(id) ?? { id, name, observations: [] };
    submissions.set(id, history);
    const startedAt = Date.now();
    const heard = await ask().then(readReply, () => heardNothing);
    const observation: Observation = { call, startedAt, ms: Date.now() - startedAt, ...heard };
    history.observations.push(observation);
    return observation;
  }

  return {
    submissions,
    put: (deal, signal) =>
      observe('PUT', deal, () =>
        callHttp(url, {
          method: 'PUT',
          path: submissionPath(deal.id),
          headers: { ...headers, origin: url, 'content-type': 'application/json' },
          body: JSON.stringify({ values: deal.values, schema_version: form.schema_version }),
          signal: signal ?? AbortSignal.timeout(patienceMs),
        }),
      ),
    get: (deal) =>
      observe('GET', deal, () =>
        callHttp(url, { method: 'GET', path: submissionPath(deal.id), headers, signal: AbortSignal.timeout(patienceMs) }),
      ),
    deal: (id, name, more = {}) => ({ id, name, values: { name, stage, owner: form.me, ...more } }),
  };
}

async function readForm(url: string, headers: Record<string, string>): Promise<DealForm> {
  const reply = await callHttp(url, { method: 'GET', path: paths.dealForm, headers });
  if (reply.status !== 200) throw new Error(`The form cannot be read: ${reply.status} ${reply.body}`);
  return dealFormSchema.parse(JSON.parse(reply.body));
}
