import { useEffect, useRef, useState } from 'react';
import type { DealForm } from '../../contract/deal-form.ts';
import { paths } from '../../contract/paths.ts';
import { FocusKeeper } from '../../ui/FocusKeeper.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { inList, t } from '../../words/t.ts';
import { useSignedOut } from '../api/signed-out.tsx';
import { cannotSendWords } from '../deal-form/cannot-send.ts';
import type { DraftOwner } from '../deal-form/draft-store.ts';
import { useCurrentForm } from '../deal-form/use-current-form.tsx';
import { SignInAgainNotice } from '../SignInAgainNotice.tsx';
import { keepForReading } from './batch-store.ts';
import { PasteRows } from './PasteRows.tsx';
import { RowsBar } from './RowsBar.tsx';
import { RowTable } from './RowTable.tsx';
import { readRows } from './read-rows.ts';
import { useBatch } from './use-batch.tsx';
import { useLikeness } from './use-likeness.tsx';
import { useRemoving } from './use-removing.tsx';

interface BulkProps {
  owner: DraftOwner;
  dealForm: DealForm;
  /** BCP 47. */
  locale: string;
  isApple: boolean;
}

/** Several deals at once: pasted rows, each of which becomes a draft, and then a submission of its own. */
export function Bulk({ owner, dealForm, locale, isApple }: BulkProps) {
  const { form, refresh } = useCurrentForm(dealForm, () => {});
  const kept = useBatch(owner, form, locale);
  const likeness = useLikeness(kept?.rows ?? [], form);
  const isSignedOut = useSignedOut();
  const [isForgetful, setForgetful] = useState(false);
  const onForgetful = () => setForgetful(true);
  const removing = useRemoving(owner, onForgetful);
  const { workspace, member } = owner;

  const text = kept?.batch.reading[0]?.text;
  useEffect(() => {
    if (text === undefined) return;
    const controller = new AbortController();
    readRows({ workspace, member }, form, locale, controller.signal).catch(() => setForgetful(true));
    return () => controller.abort();
  }, [text, workspace, member, form, locale]);

  // What the server does not take, the page did: it may judge by another form.
  const refusals = kept?.rows.filter(({ draft }) => draft?.refused).length ?? 0;
  const before = useRef(refusals);
  useEffect(() => {
    if (refusals > before.current) void refresh();
    before.current = refusals;
  }, [refusals, refresh]);

  if (!kept) return <p className="text-muted">{t('bulk.loading')}</p>;
  const { rows, batch } = kept;
  const cannotSend = cannotSendWords(form);
  return (
    <div className="grid gap-5">
      {isSignedOut && <SignInAgainNotice returnTo={paths.bulk} />}
      {isForgetful && <Notice tone="warn" title={t('bulk.cannotKeep')} />}
      {cannotSend && <Notice tone="warn" title={cannotSend} />}
      <PasteRows
        owner={owner}
        isSmall={rows.length > 0}
        isReading={batch.reading.length > 0}
        count={rows.length}
        onTake={(pasted) => void keepForReading(owner, pasted).catch(onForgetful)}
      />
      {(batch.rest.length > 0 || batch.cut > 0) && batch.reading.length === 0 && (
        <Notice tone="warn" title={rows.length === 0 ? t('bulk.nothing') : t('bulk.notAll')} quiet>
          <div role="status" className="wrap-anywhere">
            {batch.rest.length > 0 && (
              <p dir="auto">{t('bulk.rest', { texts: inList(batch.rest.slice(0, mostTold).map(quoted)) })}</p>
            )}
            {batch.cut > 0 && <p>{t('bulk.cut', { count: batch.cut })}</p>}
          </div>
        </Notice>
      )}
      <FocusKeeper className="grid gap-4 rounded-card">
        <RowsBar {...{ owner, rows, form, locale, isApple, removing, onForgetful }} canSend={cannotSend === null} />
        {rows.length > 0 && <RowTable {...{ owner, rows, form, locale, likeness }} onRemove={removing.remove} />}
      </FocusKeeper>
    </div>
  );
}

/** So many lines are told that were not read as deals. */
const mostTold = 8;

const quoted = (text: string) => t('quoted', { text: text.slice(0, 120) });
