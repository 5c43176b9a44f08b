import { useEffect, useRef } from 'react';
import { anotherLikePath, draftParameter, paths } from '../../contract/paths.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Key } from '../../ui/Key.tsx';
import { t } from '../../words/t.ts';
import { KeysDialog } from '../KeysDialog.tsx';
import { PinToggle } from '../pins/PinToggle.tsx';
import { type SentDeal, usePinning } from '../pins/use-pinning.tsx';
import { DuplicatesNotice } from '../submissions/DuplicatesNotice.tsx';
import { CopyLink } from './CopyLink.tsx';
import { ReceiptLines } from './ReceiptLines.tsx';

interface ReceiptProps {
  sent: SentDeal;
  workspace: string;
  /** BCP 47. */
  locale: string;
  onNext: () => void;
}

/** The created deal: what Attio stored, where that differs from what was sent, and the way to it. */
export function Receipt({ sent, workspace, locale, onNext }: ReceiptProps) {
  const { submission } = sent;
  const { pinning } = usePinning(sent, locale);
  const open = useRef<HTMLAnchorElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const latestNext = useRef(onNext);
  latestNext.current = onNext;

  useEffect(() => {
    (open.current ?? next.current)?.focus();
    const title = document.title;
    document.title = t('documentTitle', { page: t('receipt.title') });
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'n' || event.metaKey || event.ctrlKey || event.altKey || event.repeat) return;
      // The list of keys stands over the receipt.
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latestNext.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      document.title = title;
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  const { web_url } = submission;
  // It was opened from the page of several deals.
  const isRow = new URLSearchParams(location.search).get(draftParameter) === submission.id;
  return (
    <Card>
      <div className="flex items-center gap-3.5">
        <span aria-hidden="true" className="grid size-9 shrink-0 place-items-center rounded-full bg-success-soft text-success">
          <svg viewBox="0 0 12 10" className="w-3.5 fill-none stroke-current stroke-[1.8]" aria-hidden="true">
            <path d="M1 5.5l3.2 3L11 1.5" />
          </svg>
        </span>
        <div>
          <h1 className="text-title font-[620] tracking-[-0.01em]">{t('receipt.title')}</h1>
          <p className="text-small text-muted">{t('receipt.where', { workspace })}</p>
        </div>
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-3">
        {web_url ? (
          <ButtonLink ref={open} weight="primary" href={web_url} target="_blank" rel="noopener noreferrer">
            {t('receipt.open')}
            <Key>⏎</Key>
          </ButtonLink>
        ) : (
          <p className="text-muted">{t('receipt.noLink')}</p>
        )}
        <Button ref={next} weight="secondary" onClick={onNext} aria-keyshortcuts="n">
          {t('newDeal')}
          <Key>N</Key>
        </Button>
      </div>
      <div className="-mx-2 mt-2 flex flex-wrap items-center gap-x-3">
        <ButtonLink weight="quiet" href={anotherLikePath(submission.id)}>
          {t('nextDeal.another')}
        </ButtonLink>
        {web_url && <CopyLink url={web_url} />}
        {isRow && (
          <ButtonLink weight="quiet" href={paths.bulk}>
            {t('bulk.back')}
          </ButtonLink>
        )}
      </div>
      <div className="mt-5 empty:hidden">
        <DuplicatesNotice submission={submission} />
      </div>
      <p className="mt-5 mb-1.5 text-end text-small text-muted">{t('nextDeal.pins.help')}</p>
      <ReceiptLines
        submission={submission}
        locale={locale}
        atEnd={(field) => {
          const pin = pinning(field);
          return pin && <PinToggle {...pin} />;
        }}
      />
      <KeysDialog isQuiet />
    </Card>
  );
}
