import { Suspense, useId, useState } from 'react';
import { anotherLikePath } from '../../contract/paths.ts';
import type { Submission, SubmissionState } from '../../contract/submission.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { FocusKeeper } from '../../ui/FocusKeeper.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { inList, t } from '../../words/t.ts';
import { CreatedDetails, OpenNotice } from '../later.tsx';
import { exactWords, sinceWords } from '../moment-words.ts';
import { DuplicatesNotice } from '../submissions/DuplicatesNotice.tsx';
import { markOf, StateMark } from './StateMark.tsx';

interface DealRowProps {
  submission: Submission;
  locale: string;
  /** Whether what was entered is a draft again: then another like it is not offered. */
  isDraft: boolean;
  onDecided: (submission: Submission) => void;
  onLookAgain: () => void;
}

/** States that wait for the rep: their details stand open, as while there are only seconds to take a deal back. */
const standsOpen: ReadonlySet<SubmissionState> = new Set(['needs_checking', 'blocked_auth']);

/** One submission: its name, how it stands, its page in Attio, and behind *Details* what there is to know or decide. */
export function DealRow(props: DealRowProps) {
  const { submission, locale } = props;
  const [nameId, detailsId] = [useId(), useId()];
  const { name, state, waiting, received_at, web_url } = submission;
  const [isOpened, setOpened] = useState<boolean | null>(null);
  const isOpen = isOpened ?? (standsOpen.has(state) || waiting?.why === 'held');
  return (
    <li className="border-t border-line py-4 first:border-t-0 sm:py-5">
      <FocusKeeper className="rounded-control outline-offset-4">
        <div className="flex items-start gap-3">
          <StateMark mark={markOf[state]} />
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 self-center">
            <div className="min-w-[min(100%,11rem)] flex-1">
              <h2 id={nameId} className="font-[550]" dir="auto">
                {name ?? t('submissions.unnamed')}
              </h2>
              <p className="text-small text-muted">
                {t(`submissions.states.${state}`)} ·{' '}
                <time dateTime={received_at} title={exactWords(received_at, locale)}>
                  {sinceWords(received_at, locale)}
                </time>
              </p>
            </div>
            <div className="-mx-2 flex shrink-0 items-center min-[480px]:-my-1 min-[480px]:me-0">
              {web_url && (
                <ButtonLink weight="quiet" href={web_url} target="_blank" rel="noopener noreferrer" aria-describedby={nameId}>
                  {t('receipt.open')}
                </ButtonLink>
              )}
              <Button
                weight="quiet"
                aria-expanded={isOpen}
                aria-controls={isOpen ? detailsId : undefined}
                aria-describedby={nameId}
                onClick={() => setOpened(!isOpen)}
              >
                {t('submissions.details')}
              </Button>
            </div>
          </div>
        </div>
        <div className="mt-3 empty:hidden sm:ms-10">
          <DuplicatesNotice submission={submission} />
        </div>
        {isOpen && (
          <div id={detailsId} className="mt-3 sm:ms-10">
            <Details {...props} />
          </div>
        )}
      </FocusKeeper>
    </li>
  );
}

function Details(props: DealRowProps) {
  const { state, new_records } = props.submission;
  // The receipt says so itself.
  const made = (state === 'created' ? [] : new_records).filter(({ how }) => how === 'made').map(({ name }) => name);
  return (
    <>
      <Standing {...props} />
      {made.length > 0 && <p className="mt-2 text-small text-muted">{t('submissions.madeAnyway', { names: inList(made) })}</p>}
    </>
  );
}

function Standing(props: DealRowProps) {
  const { id, state, errors, may_exist } = props.submission;
  if (state === 'dismissed') {
    if (may_exist) return <p className="text-muted">{t('submissions.dismissedText')}</p>;
    return (
      <>
        <p className="text-muted">{t('dismissed.cancelled')}</p>
        {!props.isDraft && (
          <ButtonLink weight="secondary" className="mt-3" href={anotherLikePath(id)}>
            {t('nextDeal.another')}
          </ButtonLink>
        )}
      </>
    );
  }
  if (state === 'created') {
    return (
      <Suspense>
        <CreatedDetails {...props} />
      </Suspense>
    );
  }
  if (state !== 'refused') {
    return (
      <Suspense>
        <OpenNotice returnTo={location.pathname + location.search} {...props} />
      </Suspense>
    );
  }
  return (
    <Notice tone="danger" title={t('submissions.refused.title')} quiet>
      {errors && errors.length > 0 && (
        <ul className="mt-1">
          {errors.map(({ field, code, message }) => (
            <li key={`${field} ${code}`} dir="auto">
              {message}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-1">{t('submissions.refused.text')}</p>
    </Notice>
  );
}
