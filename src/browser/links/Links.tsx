import { useQuery } from '@tanstack/react-query';
import { loadInputs } from '../../attributes/inputs-by-type.tsx';
import { loadPlans } from '../../attributes/phone-number/plans-at-hand.ts';
import { attributeTypes, dealFormSchema } from '../../contract/deal-form.ts';
import { paths } from '../../contract/paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { callApi } from '../api/client.ts';
import { useSignedOut } from '../api/signed-out.tsx';
import { SignInAgainNotice } from '../SignInAgainNotice.tsx';
import { LinkBuilder } from './LinkBuilder.tsx';

/** Fetches what draws the fields: the workspace may have any. */
export const prepareLinks = (): Promise<void> => loadInputs(attributeTypes);

/** Makes links and bookmarks that open the form with something in it. */
export function Links({ locale }: { locale: string }) {
  const isSignedOut = useSignedOut();
  const form = useQuery({
    queryKey: ['links', 'deal-form'],
    queryFn: async ({ signal }) => {
      const read = await callApi(paths.dealForm, { signal, answer: dealFormSchema });
      if (read.fields.some(({ type }) => type === 'phone-number')) await loadPlans();
      return read;
    },
    networkMode: 'always',
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (isSignedOut) return <SignInAgainNotice of="links.signInAgain" returnTo={paths.linksPage} />;
  if (form.data) return <LinkBuilder form={form.data} locale={locale} />;
  if (form.isPending) return <p className="text-muted">{t('setup.loading')}</p>;
  return (
    <Notice tone="warn" title={t('links.failed')}>
      {form.error instanceof ApiProblem && <p>{form.error.problem.detail ?? form.error.problem.title}</p>}
      <Button
        weight="secondary"
        className="mt-3"
        aria-disabled={form.isFetching || undefined}
        onClick={() => void form.refetch()}
      >
        {t('links.retry')}
      </Button>
    </Notice>
  );
}
