import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';
import type { EntryWords } from './entry-words.ts';

/** Before a deal is sent without something that the rep entered. */
export const LeftOutNotice = ({ lost, onSend }: { lost: readonly EntryWords[]; onSend: () => void }) => (
  <Notice tone="warn" title={t('leftOut.title')}>
    <ul className="mt-1">
      {lost.map(({ title, text }) => (
        <li key={title} dir="auto">
          {title}: {text}
        </li>
      ))}
    </ul>
    <p className="mt-1">{t('leftOut.text')}</p>
    <Button weight="secondary" className="mt-3" onClick={onSend}>
      {t('leftOut.action')}
    </Button>
  </Notice>
);
