import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';

/** No connection: the deal is kept, and goes out when there is one again. */
export const CutOffNotice = ({ onRetry, onStartAnother }: { onRetry: () => void; onStartAnother?: () => void }) => (
  <Notice tone="warn" title={t('unreachable.title')}>
    <p>{t('unreachable.text')}</p>
    <div className="-mx-2 flex flex-wrap gap-x-2">
      <Button weight="quiet" onClick={onRetry}>
        {t('unreachable.retry')}
      </Button>
      {onStartAnother && (
        <Button weight="quiet" onClick={onStartAnother}>
          {t('startAnother')}
        </Button>
      )}
    </div>
  </Notice>
);
