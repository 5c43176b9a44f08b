import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { t } from '../words/t.ts';

/** A part of the page that could not be fetched: the connection is gone, or a newer build took the old one's place. */
export const PartMissing = () => (
  <Notice tone="warn" title={t('partMissing.title')}>
    <p>{t('partMissing.text')}</p>
    <Button weight="secondary" className="mt-3" onClick={() => window.location.reload()}>
      {t('partMissing.action')}
    </Button>
  </Notice>
);
