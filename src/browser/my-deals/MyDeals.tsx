import { useEffect, useRef, useState } from 'react';
import { paths } from '../../contract/paths.ts';
import type { Submission, SubmissionState } from '../../contract/submission.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { en } from '../../words/en.ts';
import { laterWords } from '../../words/later-words.ts';
import { useSignedOut } from '../api/signed-out.tsx';
import { SignInAgainNotice } from '../SignInAgainNotice.tsx';
import { DealRow } from './DealRow.tsx';
import { useMySubmissions } from './use-my-submissions.tsx';

/** What I sent from here, newest first, each with how it stands and what I may decide about it. */
export function MyDeals({ locale }: { locale: string }) {
  const list = useMySubmissions();
  const isSignedOut = useSignedOut();
  const change = useLastChange(list.submissions);
  const items = useRef<HTMLUListElement>(null);
  const shown = list.submissions?.length ?? 0;
  useFocusOnFirstNew(items, shown);

  return (
    <>
      {isSignedOut ? (
        <SignInAgainNotice words={en.signInAgain} returnTo={paths.mySubmissions} />
      ) : (
        list.isError && <Failed isBusy={list.isFetching} onRetry={list.readAnew} />
      )}
      {list.isPending && <p className="text-muted">{en.submissions.loading}</p>}
      {list.submissions && shown === 0 && <Empty />}
      {list.submissions && shown > 0 && (
        <div className="mt-4 first:mt-0">
          <Card>
            <ul ref={items} className="-my-4 sm:-my-5">
              {list.submissions.map((submission) => (
                <DealRow
                  key={submission.id}
                  submission={submission}
                  locale={locale}
                  onDecided={list.replace}
                  onLookAgain={list.readAnew}
                />
              ))}
            </ul>
          </Card>
          {list.hasMore && (
            <Button
              weight="secondary"
              className="mt-4"
              aria-disabled={list.isLoadingMore || undefined}
              onClick={() => !list.isLoadingMore && list.loadMore()}
            >
              {list.isLoadingMore ? laterWords.submissions.loadingMore : laterWords.submissions.more}
            </Button>
          )}
        </div>
      )}
      <p role="status" className="sr-only">
        {change}
      </p>
    </>
  );
}

/** The last change of state that the list has seen while it stood there, in words. */
function useLastChange(submissions: readonly Submission[] | undefined): string {
  const [change, setChange] = useState('');
  const before = useRef(new Map<string, SubmissionState>());
  useEffect(() => {
    for (const { id, name, state } of submissions ?? []) {
      const known = before.current.get(id);
      if (known && known !== state) {
        setChange(laterWords.submissions.changed(name ?? laterWords.submissions.unnamed, laterWords.submissions.states[state]));
      }
      before.current.set(id, state);
    }
  }, [submissions]);
  return change;
}

/** The button that shows more is gone with the last page: then the focus goes to the first row that it brought. */
function useFocusOnFirstNew(items: React.RefObject<HTMLUListElement | null>, shown: number): void {
  const before = useRef(shown);
  useEffect(() => {
    if (before.current > 0 && shown > before.current && document.activeElement === document.body) {
      items.current?.children[before.current]?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
    }
    before.current = shown;
  }, [items, shown]);
}

const Empty = () => (
  <Card>
    <h2 className="text-body font-[620]">{laterWords.submissions.empty.title}</h2>
    <p className="mt-1 text-muted">{laterWords.submissions.empty.text}</p>
    <ButtonLink weight="primary" className="mt-5" href={paths.newDeal}>
      {en.newDeal}
    </ButtonLink>
  </Card>
);

const Failed = ({ isBusy, onRetry }: { isBusy: boolean; onRetry: () => void }) => (
  <Notice tone="warn" title={laterWords.submissions.failed.title}>
    <p>{laterWords.submissions.failed.text}</p>
    <Button weight="secondary" className="mt-3" aria-disabled={isBusy || undefined} onClick={onRetry}>
      {laterWords.submissions.retry}
    </Button>
  </Notice>
);
