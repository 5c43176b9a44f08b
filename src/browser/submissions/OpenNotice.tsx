import { useEffect, useRef } from 'react';
import { paths } from '../../contract/paths.ts';
import type { Submission } from '../../contract/submission.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Key } from '../../ui/Key.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';
import { momentWords } from '../moment-words.ts';
import { UpstreamDetails } from '../UpstreamDetails.tsx';
import { useEvent } from '../use-event.tsx';
import { CandidateList } from './CandidateList.tsx';
import { HeldCountdown } from './HeldCountdown.tsx';
import { LookInAttio } from './LookInAttio.tsx';
import { openWords } from './open-words.ts';
import { SendAgain } from './SendAgain.tsx';
import { useDecision } from './use-decision.tsx';

interface OpenNoticeProps {
  submission: Submission;
  locale: string;
  /** The page it stands on, to come back to after signing in. */
  returnTo: string;
  onDecided: (submission: Submission) => void;
  /** Reads how it stands anew. */
  onLookAgain: () => void;
  /** Only where there is a form to start another deal in. */
  onStartAnother?: () => void;
}

/** Whether Escape closes a dialog or a menu. */
const isForSomethingElse = ({ defaultPrevented, target }: KeyboardEvent): boolean =>
  defaultPrevented ||
  document.querySelector('dialog[open]') !== null ||
  (target instanceof Element && target.closest('dialog, header details') !== null);

/** How a submission stands that is not settled, and what the rep may decide about it. */
export function OpenNotice({ submission, locale, returnTo, onDecided, onLookAgain, onStartAnother }: OpenNoticeProps) {
  const { state, decisions, blocked, candidates, look_url, waiting } = submission;
  const { decide, isPending, failure } = useDecision(submission.id, { onDecided, onFailed: onLookAgain });
  // In the form it is a draft again.
  const giveUp = () => decide({ decision: 'leave', ...(onStartAnother && { taken_back: true }) });
  const heldUntil = waiting?.why === 'held' ? waiting.not_before : null;
  const isHeldInForm = heldUntil !== null && onStartAnother !== undefined;
  useEvent(isHeldInForm ? 'keydown' : null, (event) => {
    if (event.key === 'Escape' && !isPending && !isForSomethingElse(event)) giveUp();
  });
  // There are only seconds to see it in.
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isHeldInForm) text.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [isHeldInForm]);
  const words = openWords(submission);
  if (!words) return null;

  const isChecking = state === 'needs_checking';
  const isDoubtful = isChecking || state === 'unknown';
  const startAnother = onStartAnother && (
    <Button weight={isChecking || blocked ? 'quiet' : 'secondary'} onClick={onStartAnother}>
      {t('startAnother')}
    </Button>
  );
  const leave = decisions.includes('leave') && (
    <Button
      weight={heldUntil ? 'secondary' : 'quiet'}
      className={isChecking || heldUntil || onStartAnother ? undefined : '-mx-2'}
      aria-disabled={isPending || undefined}
      onClick={giveUp}
    >
      {heldUntil ? (
        <>
          {t('accepted.takeBack')} {onStartAnother && <Key>Esc</Key>}
        </>
      ) : submission.may_exist ? (
        t('checking.leave')
      ) : (
        t('accepted.cancel')
      )}
    </Button>
  );
  return (
    <Notice tone={words.tone} title={words.title} quiet>
      <p ref={text} className="mt-0.5">
        {heldUntil ? <HeldCountdown until={heldUntil} /> : words.text}
      </p>
      {blocked?.upstream && <UpstreamDetails upstream={blocked.upstream} />}
      {candidates && candidates.length > 0 && (
        <CandidateList
          candidates={candidates}
          locale={locale}
          isPending={isPending}
          onBind={decisions.includes('bind') ? (record_id) => decide({ decision: 'bind', record_id }) : undefined}
        />
      )}
      {failure && (
        <p role="alert" className="mt-2 text-danger">
          {failure}
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-3 empty:hidden">
        {isChecking && look_url && <LookInAttio href={look_url} name={submission.name} />}
        {blocked?.why === 'sign_in' && (
          <ButtonLink weight="secondary" href={`${paths.signIn}?return_to=${encodeURIComponent(returnTo)}`}>
            {t('signInAgain.action')}
          </ButtonLink>
        )}
        {blocked && blocked.why !== 'sign_in' && (
          <Button weight="secondary" aria-disabled={isPending || undefined} onClick={() => decide({ decision: 'send_again' })}>
            {t('blocked.retry')}
          </Button>
        )}
        {isChecking && decisions.includes('send_again') && (
          <SendAgain
            isSafe={submission.repeat_is_safe}
            isPending={isPending}
            onSendAgain={() => decide({ decision: 'send_again' })}
          />
        )}
        {!isChecking && heldUntil && leave}
        {!isChecking && startAnother}
        {!isChecking && !heldUntil && leave}
      </div>
      {isChecking && (
        <div className="-mx-2 mt-1 flex flex-wrap items-center gap-x-2 empty:hidden">
          {leave}
          {startAnother}
        </div>
      )}
      {isDoubtful && (
        <p className="mt-2 text-small">
          <NextLook at={submission.next_look_at} locale={locale} />{' '}
          {onStartAnother && (
            <a href={paths.mySubmissions} className="underline underline-offset-4">
              {t('seeMine')}
            </a>
          )}
        </p>
      )}
    </Notice>
  );
}

/** Below this many milliseconds a time of day says less than "in a moment". */
const aMoment = 60_000;

function NextLook({ at, locale }: { at: string | null; locale: string }) {
  if (at === null) return null;
  const isSoon = new Date(at).getTime() - Date.now() < aMoment;
  return isSoon ? t('nextLook.soon') : t('nextLook.at', { when: momentWords(at, locale) });
}
