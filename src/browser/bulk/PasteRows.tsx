import clsx from 'clsx';
import { useEffect, useId, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import type { DraftOwner } from '../deal-form/draft-store.ts';
import { rememberedInTab, rememberInTab } from '../tab-memory.ts';

interface PasteRowsProps {
  owner: DraftOwner;
  /** Whether there are rows already: then it stands back. */
  isSmall: boolean;
  isReading: boolean;
  /** How many rows there are. */
  count: number;
  onTake: (text: string) => void;
}

/** What the tab remembers: the text that was not taken yet. */
const untaken = 'rows';

/** Where rows are pasted: what comes into the empty input is read at once, also when nothing on the page has the focus. */
export function PasteRows({ owner, isSmall, isReading, count, onTake }: PasteRowsProps) {
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const take = (text: string) => {
    if (isReading || text.trim() === '') return;
    onTake(text);
    if (input.current) input.current.value = '';
    rememberInTab(owner, untaken, '');
  };
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const { target } = event;
      const isNowhere = target instanceof HTMLElement && !target.closest('input, textarea, select, dialog');
      const isEmpty = target === input.current && input.current?.value === '';
      if (text.trim() === '' || !(isNowhere || isEmpty)) return;
      event.preventDefault();
      latest.current(text);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
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
          ref={input}
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
        <Button weight="secondary" aria-disabled={isReading || undefined} onClick={() => take(input.current?.value ?? '')}>
          {t('bulk.read')}
        </Button>
      </div>
      <p role="status" className="mt-1 text-small text-muted empty:hidden">
        {isReading && t('bulk.reading', { count })}
      </p>
    </div>
  );
}
