import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Submission, SubmissionRequest } from '../../contract/submission.ts';
import { loadSending } from '../later.tsx';
import type { Waiting } from './send-until-settled.ts';

interface Sent {
  id: string;
  request: SubmissionRequest;
  /** What must be done before the first byte leaves. */
  kept: Promise<void>;
}

interface SubmissionOutcome {
  /** The id of the member who writes. */
  author: string;
  onCreated: (submission: Submission) => void;
  /** `mayBeApplied`: the deal may have been created all the same, by an attempt whose outcome nobody knows. */
  onRefused: (error: unknown, sent: { request: SubmissionRequest; mayBeApplied: boolean }) => void;
}

/** A wait that ends early when the network comes back or `wake` is called. */
function usePause() {
  const wake = useRef<() => void>(() => {});
  const pause = useCallback((ms: number) => {
    return new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        window.removeEventListener('online', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      window.addEventListener('online', done);
      wake.current = done;
    });
  }, []);
  return { pause, retryNow: () => wake.current() };
}

/** Sends deals and knows how the last one stands: null while nothing is on its way. */
export function useSubmission({ author, onCreated, onRefused }: SubmissionOutcome) {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const { pause, retryNow } = usePause();
  const running = useRef<AbortController | null>(null);
  const mayBeApplied = useRef(false);
  useEffect(() => () => running.current?.abort(), []);

  const { mutate } = useMutation({
    networkMode: 'always',
    async mutationFn({ id, request, kept }: Sent) {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const isCurrent = () => running.current === controller;
      const [{ sendUntilSettled }] = await Promise.all([loadSending(), kept]);
      return sendUntilSettled(id, request, {
        author,
        onWaiting: (why) => {
          if (!isCurrent()) return;
          mayBeApplied.current ||= why === 'unknown' || why === 'unreachable';
          setWaiting(why);
        },
        pause,
        signal: controller.signal,
      });
    },
    onSuccess: (submission) => {
      setWaiting(null);
      onCreated(submission);
    },
    onError: (error, { request }) => {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      setWaiting(null);
      onRefused(error, { request, mayBeApplied: mayBeApplied.current });
    },
  });

  const send = (sent: Sent) => {
    setWaiting('sending');
    mayBeApplied.current = false;
    mutate(sent);
  };
  /** Stops asking; what was sent stays sent. */
  const leave = () => {
    running.current?.abort();
    retryNow();
    setWaiting(null);
  };
  return { waiting, send, retryNow, leave };
}
