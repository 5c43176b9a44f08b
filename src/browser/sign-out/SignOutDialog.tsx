import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import type { KeptHere } from './kept-here.ts';

export interface SignOutDialogProps {
  kept: KeptHere;
  /** Whether the server could not be reached. */
  isCutOff: boolean;
  onSignOut: () => void;
  onStay: () => void;
}

/** Asks before a sign-out takes drafts away and deals that have not gone out, or has others wait for the next sign-in. */
export function SignOutDialog({ kept, isCutOff, onSignOut, onStay }: SignOutDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-label={t('signOut.title')}
      aria-describedby="sign-out-text"
      className="dialog w-[min(28rem,calc(100vw-2rem))]"
      onClose={onStay}
    >
      <h2 className="font-[620]">{t('signOut.title')}</h2>
      <div id="sign-out-text" className="mt-1 grid gap-2 text-muted">
        <p className="empty:hidden">{whatIsKept(kept)}</p>
        {kept.waiting > 0 && <p>{t('signOut.waiting', { waiting: kept.waiting })}</p>}
      </div>
      <p role="alert" className="mt-2 text-small text-danger empty:hidden">
        {isCutOff && t('signOut.cutOff')}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button weight="secondary" onClick={() => dialog.current?.close()}>
          {t('signOut.stay')}
        </Button>
        <Button weight="quiet" onClick={onSignOut}>
          {kept.drafts + kept.unsent > 0 ? t('signOut.remove') : t('signOut')}
        </Button>
      </div>
    </dialog>
  );
}

function whatIsKept({ drafts, unsent, waiting }: KeptHere): string {
  if (drafts === 0 && unsent === 0) return waiting > 0 ? '' : t('signOut.nothing');
  if (unsent === 0) return t('signOut.drafts', { drafts });
  return drafts === 0 ? t('signOut.unsent', { unsent }) : t('signOut.both', { drafts, unsent });
}
