import { Counter, Gauge, Registry } from 'prom-client';
import { submissionStates } from '../contract/submission.ts';
import type { Ledger } from './ledger/ledger.ts';

/** What is counted for whoever runs the server; nothing of it names a person, a workspace or a deal. */
export interface Metrics {
  /** Requests to create a deal, by what their answer proved. */
  creates: Counter<'outcome'>;
  /** Looks for a deal whose request went unanswered. */
  looks: Counter<'outcome'>;
  /** What people decided about those that were not found. */
  decisions: Counter<'decision'>;
  /** Submissions for which Attio has turned out to have two deals. */
  duplicates: Counter;
  /** Everything in the text format of Prometheus. */
  read(): Promise<{ contentType: string; text: string }>;
}

export function createMetrics(ledger: Ledger): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const creates = new Counter({
    name: 'dealslip_creates_total',
    help: 'Requests to create a deal, by what their answer proved.',
    labelNames: ['outcome'],
    registers,
  });
  const looks = new Counter({
    name: 'dealslip_looks_total',
    help: 'Looks for a deal whose request went unanswered, by what came of them.',
    labelNames: ['outcome'],
    registers,
  });
  const decisions = new Counter({
    name: 'dealslip_decisions_total',
    help: 'Decisions of people about submissions with an open outcome.',
    labelNames: ['decision'],
    registers,
  });
  const duplicates = new Counter({
    name: 'dealslip_duplicates_total',
    help: 'Submissions for which Attio has more than one deal.',
    registers,
  });
  const oldest = new Gauge({
    name: 'dealslip_oldest_submission_seconds',
    help: 'Age of the oldest submission in a state that does not last.',
    labelNames: ['state'],
    registers,
  });
  const submissions = new Gauge({
    name: 'dealslip_submissions',
    help: 'Submissions in the ledger by state; those received and deferred are the queue.',
    labelNames: ['state'],
    registers,
    async collect() {
      const counts = new Map((await ledger.counts()).map((one) => [one.state, one]));
      for (const state of submissionStates) {
        submissions.set({ state }, counts.get(state)?.count ?? 0);
        const isLasting = state === 'created' || state === 'refused' || state === 'dismissed';
        if (!isLasting) oldest.set({ state }, (counts.get(state)?.oldestMs ?? 0) / 1000);
      }
    },
  });
  return {
    creates,
    looks,
    decisions,
    duplicates,
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
