import { useEffect, useRef, useState } from 'react';
import type { Submission, SubmissionRequest, SubmissionState } from '../../contract/submission.ts';
import type { Draft } from '../deal-form/draft-store.ts';
import { loadSending } from '../later.tsx';
import { untilOnline } from '../offline/until-online.ts';
import { earlyPause } from './early-pause.ts';
import type { Standing } from './send-until-settled.ts';

interface Sent {
  id: string;
  request: SubmissionRequest;
  /** What must be done before the first byte leaves. */
  kept: Promise<void>;
  /** For one that waits for a connection: what must be done once there is one. */
  beforeTry: (() => Promise<void>) | null;
  /** How the server has it, when it has just answered. */
  known: Submission | null;
}

interface SubmissionOutcome {
  /** The id of the member who writes. */
  author: string;
  onCreated: (submission: Submission) => void;
  /** `mayExist`: the deal may be in Attio all the same. */
  onDismissed: (mayExist: boolean) => void;
  /**
   * `isOpen`: it may still be sent, or may have been. `mayExist`: Attio may have it, whatever the server now says.
   */
  onRefused: (error: unknown, sent: { request: SubmissionRequest; isOpen: boolean; mayExist: boolean }) => void;
}

/** States in which the deal may be in Attio already. */
const doubtfulStates: ReadonlySet<SubmissionState> = new Set(['sending', 'unknown', 'needs_checking']);

/** Sends deals and knows how the last one stands: null while nothing is on its way. */
export function useSubmission(outcome: SubmissionOutcome) {
  const { author } = outcome;
  /** What is done with an outcome is up to the page as it is by then. */
  const latest = useRef(outcome);
  latest.current = outcome;
  const [standing, setStanding] = useState<Standing | null>(null);
  const wake = useRef<() => void>(() => {});
  const lookNow = () => wake.current();
  const running = useRef<AbortController | null>(null);
  const last = useRef<Sent | null>(null);
  /** What this page has seen of the last one. `isUnsure`: its answer went missing once, so that it may exist for good. */
  const seen = useRef<{ isOpen: boolean; isUnsure: boolean; state: SubmissionState | null }>(nothingSeen);
  useEffect(() => () => running.current?.abort(), []);

  const note = (now: Standing) => {
    setStanding(now);
    if (typeof now === 'string') seen.current = { ...seen.current, isOpen: seen.current.isOpen || now === 'unreachable' };
    else {
      const isUnsure = seen.current.isUnsure || now.state === 'unknown' || now.state === 'needs_checking';
      seen.current = { isOpen: true, isUnsure, state: now.state };
    }
  };
  const mayExist = () => seen.current.isUnsure || (seen.current.state !== null && doubtfulStates.has(seen.current.state));

  // Not the query library's mutation, whose states are fewer than a submission's.
  async function run({ id, request, kept, beforeTry, known }: Sent) {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const isOver = () => running.current !== controller || controller.signal.aborted;
    try {
      await kept;
      if (beforeTry) {
        if (!navigator.onLine) note('offline');
        await untilOnline(controller.signal);
        await beforeTry();
        if (isOver()) return;
        note('sending');
      }
      const { sendUntilSettled } = await loadSending();
      if (isOver()) return;
      const submission = await sendUntilSettled(id, request, known, {
        author,
        onStanding: (now) => !isOver() && note(now),
        pause: (ms) =>
          earlyPause(ms, (end) => {
            wake.current = end;
          }),
        signal: controller.signal,
      });
      if (isOver()) return;
      setStanding(null);
      if (submission.state === 'created') latest.current.onCreated(submission);
      else latest.current.onDismissed(submission.may_exist);
    } catch (error) {
      if (isOver()) return;
      setStanding(null);
      latest.current.onRefused(error, { request, isOpen: seen.current.isOpen, mayExist: mayExist() });
    }
  }

  const send = (sent: Omit<Sent, 'known'>) => {
    setStanding('sending');
    seen.current = nothingSeen;
    last.current = { ...sent, known: null };
    void run(last.current);
  };
  /** Goes on from what the server has just answered. */
  const goOn = (known: Submission) => {
    if (last.current) void run({ ...last.current, beforeTry: null, known });
  };
  /** Stops asking; what was sent stays sent. @returns what its draft knows of it, while it is open. */
  const leave = (): Pick<Draft, 'sent' | 'is_untried' | 'accepted'> | null => {
    const request = standing && last.current?.request;
    running.current?.abort();
    lookNow();
    last.current = null;
    setStanding(null);
    if (!request) return null;
    if (typeof standing === 'object') return { sent: request, accepted: standing };
    return { sent: request, ...(standing === 'offline' && { is_untried: true }) };
  };
  return { standing, send, goOn, lookNow, leave };
}

const nothingSeen = { isOpen: false, isUnsure: false, state: null };
