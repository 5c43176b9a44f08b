import clsx from 'clsx';
import { type RefObject, useEffect, useId, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import type { DraftOwner } from '../deal-form/draft-store.ts';
import { rememberedInTab, rememberInTab } from '../tab-memory.ts';

interface PasteRowsProps {
  owner: DraftOwner;
  ref: RefObject<HTMLTextAreaElement | null>;
  /** Whether there are rows already: then it stands back. */
  isSmall: boolean;
  /** What is said while a text is read; null while none is. */
  reading: 'bulk.reading' | 'bulk.readingWaits' | null;
  /** How many rows there are. */
  count: number;
  /** Has a text read; false when there is nothing in it, or too much. */
  onTake: (text: string) => boolean;
}

/** What the tab remembers: the text that was not taken yet. */
const untaken = 'rows';

/** Empties the input, whose text was taken. */
export function clearTyped(owner: DraftOwner, input: HTMLTextAreaElement | null): void {
  if (input) input.value = '';
  rememberInTab(owner, untaken, '');
}

/** Where rows are pasted: what comes into the empty input is read at once, also when nothing on the page has the focus. */
export function PasteRows({ owner, ref, isSmall, reading, count, onTake }: PasteRowsProps) {
  const id = useId();
  const latest = useRef(onTake);
  latest.current = onTake;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const { target } = event;
      const isNowhere = target instanceof HTMLElement && !target.closest('input, textarea, select, dialog');
      const isEmpty = target === ref.current && ref.current?.value === '';
      if (text.trim() === '' || !(isNowhere || isEmpty)) return;
      event.preventDefault();
      latest.current(text);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [ref]);
  return (
    <div>
      <label htmlFor={id} className="font-[620]">
        {t('bulk.paste')}
      </label>
      <p id={`${id}-help`} className="text-small text-muted">
        {t('bulk.help')}
      </p>
      <div className={clsx('mt-2 flex flex-wrap gap-2', isSmall ? 'items-start' : 'flex-col items-start')}>
        <textarea
          ref={ref}
          id={id}
          rows={isSmall ? 1 : 5}
          aria-describedby={`${id}-help`}
          className={clsx('control h-auto py-2', isSmall && 'min-w-56 flex-1 resize-none')}
          dir="auto"
          spellCheck={false}
          defaultValue={rememberedInTab(owner, untaken)}
          onChange={(event) => rememberInTab(owner, untaken, event.target.value)}
          placeholder={isSmall ? undefined : t('pasted.example')}
          autoFocus={!isSmall}
        />
        <Button weight="secondary" onClick={() => onTake(ref.current?.value ?? '') && clearTyped(owner, ref.current)}>
          {t('bulk.read')}
        </Button>
      </div>
      <p role="status" className="mt-1 text-small text-muted empty:hidden">
        {reading && t(reading, { count })}
      </p>
    </div>
  );
}
