import { useRef, useState } from 'react';
import { paths } from '../../contract/paths.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import { ageWords } from '../age-words.ts';
import { barButton } from './bar-button.ts';
import { type Draft, type DraftOwner, deleteDraft, draftDays } from './draft-store.ts';
import { focusForm } from './focus-place.ts';
import { holdDraft } from './hold-draft.ts';
import { refusalReason } from './refusal-reason.ts';
import { useStoredDrafts } from './use-stored-drafts.tsx';

export interface DraftsBarProps {
  owner: DraftOwner;
  /** The id of the draft in the form. */
  ownId: string;
  /** Whether there is something in the form that could be kept for later. */
  isKept: boolean;
  locale: string;
  onSetAside: () => Promise<void>;
  /** Takes a draft for this tab, as it stands now; null when another tab has it. */
  onTakeUp: (id: string) => Promise<Draft | null>;
  /** Puts a draft into the form, or an empty deal. */
  onStart: (draft: Draft | null) => void;
}

/** The deals that were begun and are not in the form: how many, their list, and a way to put this one beside them. */
export function DraftsBar({ owner, ownId, isKept, locale, onSetAside, onTakeUp, onStart }: DraftsBarProps) {
  const drafts = useStoredDrafts(owner, '');
  const others = drafts.filter(({ id, sent, in_batch: isRow }) => id !== ownId && sent === null && !isRow);
  const isRow = drafts.some(({ id, in_batch: isOneOfSeveral }) => id === ownId && isOneOfSeveral);
  const dialog = useRef<HTMLDialogElement>(null);
  const [news, setNews] = useState('');
  const [elsewhere, setElsewhere] = useState<string | null>(null);

  const setAside = async () => {
    await onSetAside();
    onStart(null);
    setNews(t('drafts.setAsideSaid'));
  };
  const takeUp = async (id: string) => {
    setElsewhere(null);
    // Taken for this tab before the one in the form is let go, so that neither is ever nobody's.
    const draft = await onTakeUp(id);
    if (!draft) return setElsewhere(id);
    if (isKept) await onSetAside();
    dialog.current?.close();
    onStart(draft);
    setNews(t('drafts.opened', { name: nameOf(draft) }));
  };
  return (
    <>
      {isRow && (
        <a href={paths.bulk} className={barButton}>
          {t('bulk.back')}
        </a>
      )}
      {isKept && !isRow && (
        <button type="button" className={barButton} onClick={() => void setAside()}>
          {t('drafts.setAside')}
        </button>
      )}
      {others.length > 0 && (
        <button
          type="button"
          className={barButton}
          aria-haspopup="dialog"
          onClick={() => {
            setElsewhere(null);
            dialog.current?.showModal();
          }}
        >
          {t('drafts.others', { count: others.length })}
        </button>
      )}
      <dialog ref={dialog} aria-label={t('drafts.title')} className="dialog w-[min(30rem,calc(100vw-2rem))]">
        <h2 className="font-[620]">{t('drafts.title')}</h2>
        <p className="text-small text-muted">{t('drafts.text', { days: draftDays })}</p>
        <ul className="mt-3 border-t border-line">
          {others.map((draft) => (
            <DraftRow
              key={draft.id}
              draft={draft}
              locale={locale}
              isElsewhere={draft.id === elsewhere}
              onOpen={() => void takeUp(draft.id)}
              onDiscard={async () => {
                setElsewhere(null);
                const release = await holdDraft(draft.id);
                if (!release) return setElsewhere(draft.id);
                await deleteDraft(owner, draft.id);
                release();
                setNews(t('drafts.discarded', { name: nameOf(draft) }));
                if (others.length > 1) return;
                dialog.current?.close();
                // The button that opened the list goes with its last draft.
                focusForm();
              }}
            />
          ))}
        </ul>
        <div className="mt-4">
          <Button weight="secondary" onClick={() => dialog.current?.close()}>
            {t('drafts.close')}
          </Button>
        </div>
      </dialog>
      <p role="status" className="sr-only">
        {news}
      </p>
    </>
  );
}

interface DraftRowProps {
  draft: Draft;
  locale: string;
  /** Whether another tab was found to be at it. */
  isElsewhere: boolean;
  onOpen: () => void;
  onDiscard: () => void;
}

function DraftRow({ draft, locale, isElsewhere, onOpen, onDiscard }: DraftRowProps) {
  const [isAsked, setAsked] = useState<boolean | null>(null);
  const name = nameOf(draft);
  const more = Object.entries(draft.words ?? {}).flatMap(([slug, { text }]) => (slug === 'name' ? [] : text));
  return (
    <li className="flex flex-wrap items-center gap-x-3 border-b border-line py-2.5">
      <div className="min-w-40 flex-1">
        <p className="line-clamp-2 font-[550] wrap-anywhere" dir="auto">
          {name}
        </p>
        <p className="line-clamp-2 text-small text-muted">
          <bdi>{[ageWords(draft.saved_at, locale), ...more].join(' · ')}</bdi>
        </p>
        {draft.refused && (
          <p className="text-small text-warn">{t('drafts.cameBack', { reason: refusalReason(draft.refused) })}</p>
        )}
        {isElsewhere && (
          <p role="alert" className="text-small text-warn">
            {t('drafts.elsewhere')}
          </p>
        )}
      </div>
      {isAsked ? (
        <div key="asked" role="group" aria-label={t('drafts.sure', { name })} className="flex gap-x-3">
          <Button
            weight="secondary"
            autoFocus
            onClick={() => {
              setAsked(false);
              onDiscard();
            }}
          >
            {t('drafts.discard')}
          </Button>
          <Button weight="quiet" onClick={() => setAsked(false)}>
            {t('drafts.keep')}
          </Button>
        </div>
      ) : (
        <div key="standing" className="flex gap-x-3">
          <Button weight="secondary" aria-label={t('drafts.open', { name })} onClick={onOpen}>
            {t('drafts.goOn')}
          </Button>
          <Button
            weight="quiet"
            aria-label={t('drafts.discardOf', { name })}
            autoFocus={isAsked !== null}
            onClick={() => setAsked(true)}
          >
            {t('drafts.discard')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** What a list of drafts calls one. */
export const nameOf = ({ words: entered }: Draft): string => entered?.['name']?.text || t('drafts.unnamed');
