import clsx from 'clsx';
import type { SubmissionState } from '../../contract/submission.ts';

export type Mark = 'ready' | 'done' | 'waiting' | 'doubt' | 'no' | 'left';

export const markOf: Record<SubmissionState, Mark> = {
  received: 'waiting',
  sending: 'waiting',
  deferred: 'waiting',
  blocked_auth: 'doubt',
  unknown: 'doubt',
  needs_checking: 'doubt',
  created: 'done',
  refused: 'no',
  dismissed: 'left',
};

const looks: Record<Mark, { colours: string; lines: string }> = {
  ready: { colours: 'bg-accent-soft text-accent', lines: 'M3.2 7h7M7.4 4.2L10.2 7l-2.8 2.8' },
  done: { colours: 'bg-success-soft text-success', lines: 'M3 7.5l2.7 2.5L11 4' },
  waiting: { colours: 'bg-sunken text-muted', lines: 'M7 3.5V7l2.3 1.6' },
  doubt: { colours: 'bg-warn-soft text-warn', lines: 'M7 3.2v4.4M7 10.3v.2' },
  no: { colours: 'bg-danger-soft text-danger', lines: 'M4.2 4.2l5.6 5.6M9.8 4.2L4.2 9.8' },
  left: { colours: 'bg-sunken text-muted', lines: 'M4 7h6' },
};

/** How a deal stands, at a glance: decoration beside the word, so hidden from the accessibility tree. */
export function StateMark({ mark }: { mark: Mark }) {
  const { colours, lines } = looks[mark];
  return (
    <span aria-hidden="true" className={clsx('grid size-7 shrink-0 place-items-center rounded-full', colours)}>
      <svg viewBox="0 0 14 14" className="w-3.5 fill-none stroke-current stroke-[1.7]" strokeLinecap="round" aria-hidden="true">
        <path d={lines} />
      </svg>
    </span>
  );
}
