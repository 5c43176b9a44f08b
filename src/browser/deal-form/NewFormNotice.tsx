import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';
import { useCopy } from '../use-copy.tsx';
import type { EntryWords } from './entry-words.ts';

interface NewFormNoticeProps {
  /** Whether the form was replaced while the rep looked at it. */
  isNew: boolean;
  /** What was entered into fields that are gone. */
  gone: readonly EntryWords[];
}

/** The form is another than the one the rep wrote in: what that means, and what stands in no field any more. */
export const NewFormNotice = ({ isNew, gone }: NewFormNoticeProps) => (
  <Notice tone="warn" title={isNew ? t('formChanged.title') : t('formChanged.goneTitle')}>
    {isNew && <p>{t('formChanged.taken')}</p>}
    {gone.length > 0 && (
      <>
        <p className="mt-1">{t('formChanged.gone')}</p>
        <ul className="mt-1 grid gap-1">
          {gone.map((words) => (
            <GoneEntry key={words.title} {...words} />
          ))}
        </ul>
      </>
    )}
  </Notice>
);

function GoneEntry({ title, text }: EntryWords) {
  const { isCopied, copy } = useCopy();
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <span dir="auto">
        {title}: <span className="font-[550]">{text}</span>
      </span>
      <Button weight="quiet" className="min-h-8" aria-label={t('formChanged.copyOf', { title })} onClick={() => copy(text)}>
        {isCopied ? t('formChanged.copied') : t('formChanged.copy')}
      </Button>
    </li>
  );
}
