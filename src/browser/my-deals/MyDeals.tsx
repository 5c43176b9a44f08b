import { useEffect, useRef, useState } from 'react';
import { paths } from '../../contract/paths.ts';
import type { Submission, SubmissionState } from '../../contract/submission.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FocusKeeper } from '../../ui/FocusKeeper.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';
import { useSignedOut } from '../api/signed-out.tsx';
import { useSettledText } from '../api/use-settled-text.tsx';
import { backToDraft } from '../deal-form/back-to-draft.ts';
import { nameOf as draftName } from '../deal-form/DraftsBar.tsx';
import type { DraftOwner } from '../deal-form/draft-store.ts';
import { SignInAgainNotice } from '../SignInAgainNotice.tsx';
import { DealRow } from './DealRow.tsx';
import { FilterBar } from './FilterBar.tsx';
import { everything, filterIn, isNarrow, type ListFilter, pagePath } from './list-filter.ts';
import { type TakenBack, TakenBackNotice } from './TakenBackNotice.tsx';
import { useMySubmissions } from './use-my-submissions.tsx';
import { WaitingHere } from './WaitingHere.tsx';

/** What I sent from here, newest first, each with how it stands and what I may decide about it. */
export function MyDeals({ owner, locale }: { owner: DraftOwner; locale: string }) {
  const [filter, setFilter] = useState<ListFilter>(() => filterIn(location.search));
  const asked = { ...filter, name: useSettledText(filter.name, 250) };
  const list = useMySubmissions(asked);
  const isSignedOut = useSignedOut();
  const change = useLastChange(list.submissions);
  const items = useRef<HTMLUListElement>(null);
  const shown = list.submissions?.length ?? 0;
  useFocusOnFirstNew(items, list.isOfBefore ? null : shown);
  const page = pagePath(asked);
  useEffect(() => history.replaceState(null, '', page), [page]);
  // Once it stands there it stays: somebody may be typing in it.
  const isFilterShown = useRef(false);
  isFilterShown.current ||= isNarrow(filter) || shown > 0;
  const isEmpty = list.submissions !== undefined && shown === 0 && !list.isOfBefore;
  const [takenBack, setTakenBack] = useState<TakenBack | null>(null);
  const onDecided = (decided: Submission) => {
    list.replace(decided);
    const { id, name, state, may_exist } = decided;
    if (state !== 'dismissed' || may_exist) return;
    void backToDraft(owner, id).then((back) => setTakenBack({ id, name: name ?? t('submissions.unnamed'), back }));
  };
  const isLoading = list.isPending || (list.isOfBefore && shown === 0);

  return (
    <>
      {isFilterShown.current && <FilterBar filter={filter} onFilter={setFilter} />}
      <WaitingHere
        {...{ owner, locale }}
        listed={new Set(list.submissions?.map(({ id }) => id))}
        onBack={(draft) => setTakenBack({ id: draft.id, name: draftName(draft), back: 'draft' })}
        onGone={list.readAnew}
      />
      {takenBack && <TakenBackNotice key={takenBack.id} takenBack={takenBack} />}
      {isSignedOut ? (
        <SignInAgainNotice returnTo={page} />
      ) : (
        list.isError && <Failed isBusy={list.isFetching} onRetry={list.readAnew} />
      )}
      <p role="status" className={isEmpty ? 'sr-only' : 'mb-2 text-small text-muted empty:hidden'}>
        {isNarrow(asked) &&
          !isLoading &&
          !list.isOfBefore &&
          !list.isError &&
          t(list.hasMore ? 'myDeals.newest' : 'myDeals.count', { count: shown })}
      </p>
      {isLoading && !list.isError && <p className="text-muted">{t('submissions.loading')}</p>}
      <FocusKeeper className="rounded-card">
        {isEmpty && (isNarrow(asked) ? <NoneLikeIt filter={asked} onShowAll={() => setFilter(everything)} /> : <Empty />)}
        {list.submissions && shown > 0 && (
          <div className="mt-4 first:mt-0" aria-busy={list.isOfBefore || undefined}>
            <Card>
              <ul ref={items} className="-my-4 sm:-my-5">
                {list.submissions.map((submission) => (
                  <DealRow
                    key={submission.id}
                    submission={submission}
                    locale={locale}
                    isDraft={takenBack?.id === submission.id && takenBack.back !== 'absent'}
                    onDecided={onDecided}
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
                {list.isLoadingMore ? t('submissions.loadingMore') : t('submissions.more')}
              </Button>
            )}
          </div>
        )}
      </FocusKeeper>
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
        setChange(t('submissions.changed', { name: name ?? t('submissions.unnamed'), state: t(`submissions.states.${state}`) }));
      }
      before.current.set(id, state);
    }
  }, [submissions]);
  return change;
}

/**
 * The button that shows more is gone with the last page: then the focus goes to the first row that it brought. `shown` is null while
 * another list is on its way.
 */
function useFocusOnFirstNew(items: React.RefObject<HTMLUListElement | null>, shown: number | null): void {
  const before = useRef(shown);
  useEffect(() => {
    const since = before.current;
    before.current = shown;
    if (since === null || since === 0 || shown === null || shown <= since) return;
    const isLost = document.activeElement === document.body || document.activeElement?.contains(items.current);
    if (isLost) items.current?.children[since]?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  }, [items, shown]);
}

/** Says that a filter leaves nothing, and leads back to all. */
function NoneLikeIt({ filter: { group, name }, onShowAll }: { filter: ListFilter; onShowAll: () => void }) {
  const title = group && t(`myDeals.filter.groups.${group}`);
  const called = name.trim();
  const inGroup =
    title &&
    (called === ''
      ? t('myDeals.noneLikeIt.inGroup', { group: title })
      : t('myDeals.noneLikeIt.namedInGroup', { name: called, group: title }));
  return (
    <Card>
      <h2 className="text-body font-[620]">{t('myDeals.noneLikeIt.title')}</h2>
      <p className="mt-1 text-muted" dir="auto">
        {inGroup ?? t('myDeals.noneLikeIt.named', { name: called })}
      </p>
      <Button weight="secondary" className="mt-5" onClick={onShowAll}>
        {t('myDeals.noneLikeIt.showAll')}
      </Button>
    </Card>
  );
}

const Empty = () => (
  <Card>
    <h2 className="text-body font-[620]">{t('submissions.empty.title')}</h2>
    <p className="mt-1 text-muted">{t('submissions.empty.text')}</p>
    <ButtonLink weight="primary" className="mt-5" href={paths.newDeal}>
      {t('newDeal')}
    </ButtonLink>
  </Card>
);

const Failed = ({ isBusy, onRetry }: { isBusy: boolean; onRetry: () => void }) => (
  <Notice tone="warn" title={t('submissions.failed.title')}>
    <p>{t('submissions.failed.text')}</p>
    <Button weight="secondary" className="mt-3" aria-disabled={isBusy || undefined} onClick={onRetry}>
      {t('submissions.retry')}
    </Button>
  </Notice>
);
