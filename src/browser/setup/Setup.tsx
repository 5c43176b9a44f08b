import { useQuery } from '@tanstack/react-query';
import { loadInputs } from '../../attributes/inputs-by-type.tsx';
import { attributeTypes } from '../../contract/deal-form.ts';
import { paths } from '../../contract/paths.ts';
import { setupSchema } from '../../contract/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { callApi } from '../api/client.ts';
import { useSignedOut } from '../api/signed-out.tsx';
import { SignInAgainNotice } from '../SignInAgainNotice.tsx';
import { DuplicateProtection } from './DuplicateProtection.tsx';
import { PreflightChecks } from './PreflightChecks.tsx';
import { SettingsSections } from './SettingsSections.tsx';
import { setupKey } from './setup-keys.ts';

/** Fetches what draws the values of rules: an attribute of any type may have one. */
export const prepareSetup = (): Promise<void> => loadInputs(attributeTypes);

/** How the workspace is set up for Dealslip, and what an admin can change about it. */
export function Setup({ locale }: { locale: string }) {
  const isSignedOut = useSignedOut();
  const setup = useQuery({
    queryKey: setupKey,
    queryFn: ({ signal }) => callApi(paths.setup, { signal, answer: setupSchema }),
    networkMode: 'always',
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (isSignedOut) return <SignInAgainNotice returnTo={paths.setupPage} />;
  if (setup.data) {
    const { checks, duplicate_protection, marker_fault, is_admin } = setup.data;
    return (
      <div className="grid gap-5">
        <PreflightChecks checks={checks} isChecking={setup.isFetching} onCheckAgain={() => void setup.refetch()} />
        <SettingsSections locale={locale} isAdmin={is_admin} />
        {duplicate_protection && (
          <DuplicateProtection protection={duplicate_protection} fault={marker_fault} isAdmin={is_admin} />
        )}
      </div>
    );
  }
  if (setup.isPending) return <p className="text-muted">{t('setup.loading')}</p>;
  return (
    <Notice tone="warn" title={t('setup.failed')}>
      {setup.error instanceof ApiProblem && <p>{setup.error.problem.detail ?? setup.error.problem.title}</p>}
      <Button
        weight="secondary"
        className="mt-3"
        aria-disabled={setup.isFetching || undefined}
        onClick={() => void setup.refetch()}
      >
        {t('setup.retry')}
      </Button>
    </Notice>
  );
}
