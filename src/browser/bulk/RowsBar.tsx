import { useRef, useState } from 'react';
import type { DealForm } from '../../contract/deal-form.ts';
import { Button } from '../../ui/Button.tsx';
import { Key } from '../../ui/Key.tsx';
import { inRow, t } from '../../words/t.ts';
import type { DraftOwner } from '../deal-form/draft-store.ts';
import { HeldCountdown } from '../submissions/HeldCountdown.tsx';
import { useEvent } from '../use-event.tsx';
import { useSendKey } from '../use-send-key.tsx';
import { changeBatch } from './batch-store.ts';
import { changeRows } from './change-rows.ts';
import { hasUnread, withoutUnread } from './leave-out.ts';
import { enterAsNew, rowsWithNew } from './new-in-rows.ts';
import { standingOf } from './row-standing.ts';
import { type ReadyRow, sendRows } from './send-rows.ts';
import { canTakeBack } from './take-rows-back.ts';
import type { Row } from './use-batch.tsx';
import type { useRemoving } from './use-removing.tsx';
import type { useTakingBack } from './use-taking-back.tsx';

interface RowsBarProps {
  owner: DraftOwner;
  rows: readonly Row[];
  form: DealForm;
  locale: string;
  isApple: boolean;
  /** Whether the workspace's form can be sent at all. */
  canSend: boolean;
  removing: ReturnType<typeof useRemoving>;
  taking: ReturnType<typeof useTakingBack>;
  /** Reads what was typed as rows, and says whether there is anything. */
  readTyped: () => boolean;
  /** This browser keeps nothing. */
  onForgetful: () => void;
}

const isReady = (row: Row): row is Row & ReadyRow => row.draft?.sent === null && row.judged?.values != null;

/** What may be done with all rows: how they stand, the one button that sends, and the way back while there is one. */
export function RowsBar({ owner, rows, form, locale, isApple, canSend, removing, taking, readTyped, onForgetful }: RowsBarProps) {
  const [said, setSaid] = useState('');
  const ready = rows.filter(isReady);
  const of = (...standings: string[]) => rows.filter((row) => standings.includes(standingOf(row)));
  const held = rows.flatMap(({ draft }) => (draft && canTakeBack(draft) ? [draft] : []));
  const isSending = useRef(false);

  const send = async () => {
    if (isSending.current || !canSend) return;
    if (ready.length === 0) return setSaid(t('bulk.noneReady'));
    isSending.current = true;
    try {
      const count = await sendRows(owner, ready, form, locale);
      setSaid(count > 0 ? t('bulk.elsewhere', { count }) : '');
    } catch {
      onForgetful();
    } finally {
      isSending.current = false;
    }
  };
  const takeBack = () => {
    setSaid('');
    // Also what the server is only about to have.
    taking.take(rows.flatMap(({ draft }) => (draft?.sent && (!draft.accepted || canTakeBack(draft)) ? draft.id : [])));
  };
  useSendKey(() => {
    if (!readTyped()) void send();
  });
  useEvent(held.length > 0 ? 'keydown' : null, ({ key, defaultPrevented, target }) => {
    const isElsewhere = document.querySelector('dialog[open]') || (target instanceof Element && target.closest('header details'));
    if (key === 'Escape' && !defaultPrevented && !isElsewhere) takeBack();
  });

  const unsent = of('faulty', 'ready', 'judging');
  const settled = of('created', 'left');
  const lacking = rowsWithNew(rows, form);
  const unread = rows.flatMap(({ draft }) => (draft && hasUnread(draft) ? draft : []));
  const until = held.flatMap(({ accepted }) => accepted?.waiting?.not_before ?? []).toSorted()[0];
  const counts = (['ready', 'faulty', 'open', 'created'] as const).flatMap((standing) => {
    const count = of(standing).length;
    return count > 0 ? [t(`bulk.counts.${standing}`, { count })] : [];
  });
  const clear = () => {
    const ids = settled.map(({ id }) => id);
    void changeBatch(owner, (batch) => ({ ...batch, rows: batch.rows.filter(({ id }) => !ids.includes(id)) })).catch(onForgetful);
  };
  return (
    <div>
      {rows.length > 0 && (
        <>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button
              weight="primary"
              aria-disabled={ready.length === 0 || !canSend || undefined}
              aria-keyshortcuts="Control+Enter Meta+Enter"
              onClick={() => void send()}
            >
              {ready.length > 0 ? t('bulk.create', { count: ready.length }) : t('bulk.createNone')}
              <Key>{isApple ? '⌘⏎' : 'Ctrl ⏎'}</Key>
            </Button>
            {held.length > 0 && (
              <Button weight="secondary" aria-disabled={taking.isOn || undefined} onClick={takeBack}>
                {t('bulk.takeBackAll')} <Key>Esc</Key>
              </Button>
            )}
            <p role="status" className="text-small text-muted">
              {inRow(counts)}
            </p>
          </div>
          {until && (
            <p className="mt-2 text-small">
              <HeldCountdown until={until} several />
            </p>
          )}
        </>
      )}
      <p role="status" className="mt-2 text-small text-muted empty:hidden">
        {said || taking.said || (removing.count > 0 && t('bulk.removed', { count: removing.count }))}
      </p>
      <div className="-mx-2 flex flex-wrap items-center gap-x-3 empty:hidden">
        {lacking.length > 0 && (
          <Button weight="quiet" onClick={() => void enterAsNew(owner, lacking, form, locale).catch(onForgetful)}>
            {t('bulk.enterAsNew', { count: new Set(lacking.flatMap(({ keys }) => keys)).size })}
          </Button>
        )}
        {unread.length > 0 && (
          <Button
            weight="quiet"
            onClick={() => void changeRows(owner, unread, (now) => withoutUnread(now, form)).catch(onForgetful)}
          >
            {t('bulk.goWithout', { count: unread.length })}
          </Button>
        )}
        {removing.count > 0 && (
          <Button weight="quiet" onClick={removing.undo}>
            {t('bulk.undo')}
          </Button>
        )}
        {unsent.length > 1 && (
          <Button weight="quiet" onClick={() => removing.remove(unsent)}>
            {t('bulk.removeUnsent')}
          </Button>
        )}
        {settled.length > 0 && (
          <Button weight="quiet" onClick={clear}>
            {t('bulk.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}
