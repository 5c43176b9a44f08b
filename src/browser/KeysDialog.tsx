import { Suspense, useEffect, useRef, useState } from 'react';
import { Key } from '../ui/Key.tsx';
import { t } from '../words/t.ts';
import { KeysList } from './later.tsx';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');

/** A picker in which nothing stands: nobody looks for a company called "?". The form opens with the focus in one. */
const isEmptyPicker = (target: EventTarget | null) =>
  target instanceof HTMLInputElement && target.role === 'combobox' && target.value === '';

interface KeysDialogProps {
  /** Whether only the key shows it, and no button. */
  isQuiet?: boolean;
}

/** The `?` that shows the keys, as a button and as a key. */
export function KeysDialog({ isQuiet = false }: KeysDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isWanted, setWanted] = useState(false);
  const show = () => {
    setWanted(true);
    dialog.current?.showModal();
  };
  const shown = useRef(show);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '?' || (isTyping(event.target) && !isEmptyPicker(event.target))) return;
      event.preventDefault();
      shown.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      {!isQuiet && (
        <>
          <button
            type="button"
            aria-label={t('keys.show')}
            aria-haspopup="dialog"
            className="rounded-[5px] pointer-coarse:hidden"
            onClick={show}
          >
            <Key>?</Key>
          </button>
          <span className="pointer-coarse:hidden"> {t('showsTheKeys')}</span>
        </>
      )}
      <dialog ref={dialog} aria-label={t('keys.title')} className="dialog w-[min(26rem,calc(100vw-2rem))]">
        <h2 className="mb-3 text-body font-[620]">{t('keys.title')}</h2>
        {isWanted && (
          <Suspense>
            <KeysList />
          </Suspense>
        )}
      </dialog>
    </>
  );
}
