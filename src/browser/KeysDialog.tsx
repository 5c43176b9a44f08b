import { Suspense, useEffect, useRef, useState } from 'react';
import { Key } from '../ui/Key.tsx';
import { t } from '../words/t.ts';
import { KeysList } from './later.tsx';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');

/** The `?` that shows the keys, as a button and as a key. */
export function KeysDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isWanted, setWanted] = useState(false);
  const show = () => {
    setWanted(true);
    dialog.current?.showModal();
  };
  const shown = useRef(show);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) shown.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
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
