import { useEffect, useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { Key } from '../ui/Key.tsx';
import { en } from '../words/en.ts';

const keys: readonly [string, string][] = [
  ['Ctrl ⏎ / ⌘⏎', en.keys.send],
  ['⏎', en.keys.pick],
  ['⌫', en.keys.removeLast],
  ['Esc', en.keys.close],
  ['N', en.keys.next],
  ['?', en.keys.show],
];

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');

/** The `?` that shows the keys, as a button and as a key. */
export function KeysDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) dialog.current?.showModal();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-label={en.keys.show}
        aria-haspopup="dialog"
        className="rounded-[5px] pointer-coarse:hidden"
        onClick={() => dialog.current?.showModal()}
      >
        <Key>?</Key>
      </button>
      <span className="pointer-coarse:hidden"> {en.showsTheKeys}</span>
      <dialog
        ref={dialog}
        aria-label={en.keys.title}
        className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-card border border-line bg-surface p-6 text-ink shadow-list backdrop:bg-[#000]/40"
      >
        <h2 className="mb-3 text-body font-[620]">{en.keys.title}</h2>
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
          {keys.map(([key, meaning]) => (
            <div key={key} className="contents">
              <dt className="text-muted">{key}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog" className="mt-5">
          <Button weight="secondary" type="submit">
            {en.keys.done}
          </Button>
        </form>
      </dialog>
    </>
  );
}
