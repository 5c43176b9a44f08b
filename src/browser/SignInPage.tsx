import { paths } from '../contract/paths.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { t } from '../words/t.ts';

/** What somebody sees who is not signed in. */
export const SignInPage = ({ returnTo, isSandbox }: { returnTo: string; isSandbox: boolean }) => (
  <Card>
    <h1 className="text-title font-[620] tracking-[-0.01em]">{t('signIn.title')}</h1>
    <p className="mt-2 text-muted">{t('signIn.text')}</p>
    <ButtonLink weight="primary" className="mt-6" autoFocus href={`${paths.signIn}?return_to=${encodeURIComponent(returnTo)}`}>
      {t('signIn.action')}
    </ButtonLink>
    {isSandbox && <p className="mt-4 text-small text-muted">{t('signIn.sandbox')}</p>}
  </Card>
);
