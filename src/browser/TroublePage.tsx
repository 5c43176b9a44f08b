import type { Boot } from '../contract/boot.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { t } from '../words/t.ts';

/** What stands in the form's place when the workspace cannot be read: why, and what to do. */
export const TroublePage = ({ trouble, returnTo }: { trouble: NonNullable<Boot['trouble']>; returnTo: string }) => (
  <Card>
    <h1 className="text-title font-[620] tracking-[-0.01em]">{t('trouble.title')}</h1>
    <p className="mt-2">{trouble.message}</p>
    <ButtonLink weight="secondary" className="mt-6" href={returnTo}>
      {t('trouble.retry')}
    </ButtonLink>
    <p className="mt-4 text-small text-muted">{t('requestId', { id: trouble.request_id })}</p>
  </Card>
);
