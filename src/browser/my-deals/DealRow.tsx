import { Suspense, useId, useState } from 'react';
import { paths } from '../../contract/paths.ts';
import type { Submission, SubmissionState } from '../../contract/submission.ts';
import { Button } from '../../ui/Button.tsx';
import { FocusKeeper } from '../../ui/FocusKeeper.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { en } from '../../words/en.ts';
import { laterWords } from '../../words/later-words.ts';
import { OpenNotice } from '../later.tsx';
import { momentWords } from '../moment-words.ts';
import { DuplicatesNotice } from '../submissions/DuplicatesNotice.tsx';
import { StateMark } from './StateMark.tsx';

interface DealRowProps {
  submission: Submission;
  locale: string;
  onDecided: (submission: Submission) => void;
  onLookAgain: () => void;
}

/** States that wait for the rep: their details stand open. */
const standsOpen: ReadonlySet<SubmissionState> = new Set(['needs_checking', 'blocked_auth']);

/** One submission: its name, how it stands, its page in Attio, and behind *Details* what there is to know or decide. */
export function DealRow({ submission, locale, onDecided, onLookAgain }: DealRowProps) {
  const [nameId, detailsId] = [useId(), useId()];
  const { name, state, received_at, web_url } = submission;
  const [isOpened, setOpened] = useState<boolean | null>(null);
  const isOpen = state !== 'created' && (isOpened ?? standsOpen.has(state));
  return (
    <li className="border-t border-line py-4 first:border-t-0 sm:py-5">
      <FocusKeeper className="rounded-control outline-offset-4">
        <div className="flex items-start gap-3">
          <StateMark state={state} />
          <div className="min-w-0 flex-1 self-center">
            <h2 id={nameId} className="font-[550]" dir="auto">
              {name ?? laterWords.submissions.unnamed}
            </h2>
            <p className="text-small text-muted">
              {laterWords.submissions.states[state]} · <time dateTime={received_at}>{momentWords(received_at, locale)}</time>
            </p>
          </div>
          {state !== 'created' ? (
            <Button
              weight="quiet"
              className="-my-1 shrink-0"
              aria-expanded={isOpen}
              aria-controls={isOpen ? detailsId : undefined}
              aria-describedby={nameId}
              onClick={() => setOpened(!isOpen)}
            >
              {laterWords.submissions.details}
            </Button>
          ) : (
            web_url && (
              <a
                href={web_url}
                target="_blank"
                rel="noopener noreferrer"
                aria-describedby={nameId}
                className="-my-1 inline-flex min-h-[42px] shrink-0 items-center rounded-sm px-2 underline decoration-control underline-offset-4 hover:decoration-current pointer-coarse:min-h-11"
              >
                {laterWords.receipt.open}
              </a>
            )
          )}
        </div>
        <div className="mt-3 empty:hidden sm:ml-10">
          <DuplicatesNotice submission={submission} />
        </div>
        {isOpen && (
          <div id={detailsId} className="mt-3 sm:ml-10">
            <Details submission={submission} locale={locale} onDecided={onDecided} onLookAgain={onLookAgain} />
          </div>
        )}
      </FocusKeeper>
    </li>
  );
}

function Details(props: DealRowProps) {
  const made = props.submission.new_records.filter(({ how }) => how === 'made').map(({ name }) => name);
  return (
    <>
      <Standing {...props} />
      {made.length > 0 && <p className="mt-2 text-small text-muted">{laterWords.submissions.madeAnyway(made.join(', '))}</p>}
    </>
  );
}

function Standing(props: DealRowProps) {
  const { state, errors, may_exist } = props.submission;
  if (state === 'dismissed') {
    return <p className="text-muted">{may_exist ? laterWords.submissions.dismissedText : en.dismissed.cancelled}</p>;
  }
  if (state !== 'refused') {
    return (
      <Suspense>
        <OpenNotice returnTo={paths.mySubmissions} {...props} />
      </Suspense>
    );
  }
  const { title, text } = laterWords.submissions.refused;
  return (
    <Notice tone="danger" title={title} quiet>
      {errors && errors.length > 0 && (
        <ul className="mt-1">
          {errors.map(({ field, code, message }) => (
            <li key={`${field} ${code}`} dir="auto">
              {message}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-1">{text}</p>
    </Notice>
  );
}
