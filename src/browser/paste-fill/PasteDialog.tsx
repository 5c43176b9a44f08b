import { useEffect, useRef, useState } from 'react';
import { paths } from '../../contract/paths.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import type { DraftOwner } from '../deal-form/draft-store.ts';
import { rememberedInTab, rememberInTab } from '../tab-memory.ts';

export interface PasteDialogProps {
  owner: DraftOwner;
  /** Fills the form in; gives back whether the text says something of a field. */
  onTake: (text: string) => Promise<boolean>;
  /** Counts how often it was asked for: each time it opens. */
  asked: number;
}

/** What the tab remembers: the text that was not taken yet. */
const untaken = 'paste';

/** A place for a text that a deal stands in, for whoever has no key to paste with, or something in the form already. */
export function PasteDialog({ owner, onTake, asked }: PasteDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const [isNothing, setNothing] = useState(false);
  useEffect(() => {
    if (asked === 0) return;
    setNothing(false);
    dialog.current?.showModal();
    input.current?.focus();
  }, [asked]);
  const take = async () => {
    const text = input.current?.value ?? '';
    const isTaken = text.trim() !== '' && (await onTake(text).catch(() => false));
    setNothing(!isTaken);
    if (!isTaken) return input.current?.focus();
    if (input.current) input.current.value = '';
    rememberInTab(owner, untaken, '');
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} aria-label={t('pasteDeal')} className="dialog w-[min(34rem,calc(100vw-2rem))]">
      <label className="block">
        <span className="font-[620]">{t('pasteDeal')}</span>
        <span id="paste-help" className="block text-small text-muted">
          {t('pasted.help')}
        </span>
        <textarea
          ref={input}
          rows={5}
          aria-describedby="paste-help paste-nothing"
          className="control mt-3 h-auto py-2"
          dir="auto"
          spellCheck={false}
          placeholder={t('pasted.example')}
          defaultValue={rememberedInTab(owner, untaken)}
          onChange={(event) => rememberInTab(owner, untaken, event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
            event.preventDefault();
            event.stopPropagation();
            void take();
          }}
        />
      </label>
      <p id="paste-nothing" role="alert" className="mt-1 text-small text-danger empty:hidden">
        {isNothing && t('pasted.nothing')}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button weight="secondary" onClick={() => void take()}>
          {t('pasted.take')}
        </Button>
        <Button weight="quiet" onClick={() => dialog.current?.close()}>
          {t('newRecord.cancel')}
        </Button>
      </div>
      <p className="mt-3 text-small">
        <a href={paths.bulk} className="underline underline-offset-4">
          {t('bulk.many')}
        </a>
      </p>
    </dialog>
  );
}
