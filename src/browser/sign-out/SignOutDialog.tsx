import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { en } from '../../words/en.ts';
import { laterWords } from '../../words/later-words.ts';
import type { KeptHere } from './kept-here.ts';

export interface SignOutDialogProps {
  kept: KeptHere;
  /** Whether the server could not be reached. */
  isCutOff: boolean;
  onSignOut: () => void;
  onStay: () => void;
}

const words = laterWords.signOut;

/** Asks before a sign-out takes drafts away, and deals that have not gone out. */
export function SignOutDialog({ kept, isCutOff, onSignOut, onStay }: SignOutDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-label={words.title}
      aria-describedby="sign-out-text"
      className="dialog w-[min(28rem,calc(100vw-2rem))]"
      onClose={onStay}
    >
      <h2 className="font-[620]">{words.title}</h2>
      <p id="sign-out-text" className="mt-1 text-muted">
        {words.text(kept.drafts, kept.unsent)}
      </p>
      <p role="alert" className="mt-2 text-small text-danger empty:hidden">
        {isCutOff && words.cutOff}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button weight="secondary" onClick={() => dialog.current?.close()}>
          {words.stay}
        </Button>
        <Button weight="quiet" onClick={onSignOut}>
          {kept.drafts + kept.unsent > 0 ? words.remove : en.signOut}
        </Button>
      </div>
    </dialog>
  );
}
