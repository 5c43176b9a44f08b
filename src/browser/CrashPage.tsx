import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { t } from '../words/t.ts';

/** What stands in the page's place when a fault of ours has brought it down: what was typed is on disk already. */
export const CrashPage = () => (
  <main className="mx-auto max-w-[592px] px-4 pt-8">
    <Notice tone="danger" title={t('crash.title')}>
      <p>{t('crash.text')}</p>
      <Button weight="secondary" className="mt-3" onClick={() => window.location.reload()}>
        {t('crash.action')}
      </Button>
    </Notice>
  </main>
);
