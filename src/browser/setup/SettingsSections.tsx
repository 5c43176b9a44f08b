import { useQuery } from '@tanstack/react-query';
import { dealFormSchema } from '../../contract/deal-form.ts';
import { paths } from '../../contract/paths.ts';
import { savedSettingsSchema } from '../../contract/workspace-settings.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import { callApi } from '../api/client.ts';
import { SettingsEditor } from './SettingsEditor.tsx';
import { SetupSection } from './SetupSection.tsx';
import { settingsKey, setupFormKey } from './setup-keys.ts';

const options = { networkMode: 'always', retry: false, refetchOnWindowFocus: false } as const;

/** Rules and rates, as far as they and the form that they speak of can be read. */
export function SettingsSections({ locale, isAdmin }: { locale: string; isAdmin: boolean }) {
  const saved = useQuery({
    ...options,
    queryKey: settingsKey,
    queryFn: ({ signal }) => callApi(paths.setupSettings, { signal, answer: savedSettingsSchema }),
  });
  const form = useQuery({
    ...options,
    queryKey: setupFormKey,
    queryFn: ({ signal }) => callApi(paths.dealForm, { signal, answer: dealFormSchema }),
  });
  if (saved.data && form.data) {
    return <SettingsEditor saved={saved.data} form={form.data} locale={locale} isAdmin={isAdmin} />;
  }
  const isPending = saved.isPending || form.isPending;
  const retry = () => void Promise.all([saved.refetch(), form.refetch()]);
  return (
    <SetupSection title={t('settings.rules.title')}>
      <p className="text-muted">
        {isPending ? t('settings.rules.loading') : saved.error ? t('settings.rules.failed') : t('settings.rules.noForm')}
      </p>
      {!isPending && (
        <div>
          <Button weight="secondary" onClick={retry}>
            {t('settings.rules.retry')}
          </Button>
        </div>
      )}
    </SetupSection>
  );
}
