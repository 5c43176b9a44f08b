import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { judgeSettings } from '../../attributes/settings/judge-settings.ts';
import type { DealForm } from '../../contract/deal-form.ts';
import { paths } from '../../contract/paths.ts';
import type { FieldError } from '../../contract/problem.ts';
import { type SavedSettings, savedSettingsSchema, type WorkspaceSettings } from '../../contract/workspace-settings.ts';
import { Button } from '../../ui/Button.tsx';
import { FocusKeeper } from '../../ui/FocusKeeper.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { callApi } from '../api/client.ts';
import { RateList } from './RateList.tsx';
import { RuleList } from './RuleList.tsx';
import { RulePreview } from './RulePreview.tsx';
import { SettingsFile } from './SettingsFile.tsx';
import { SetupSection } from './SetupSection.tsx';
import { settingsKey, setupFormKey, setupKey } from './setup-keys.ts';

interface SettingsEditorProps {
  saved: SavedSettings;
  form: DealForm;
  locale: string;
  isAdmin: boolean;
}

/** Rules and rates: changed here, looked at in the preview, and then saved for everybody at once. */
export function SettingsEditor({ saved, form: loadedForm, locale, isAdmin }: SettingsEditorProps) {
  const queryClient = useQueryClient();
  const [settings, setSettings] = useState<WorkspaceSettings>(saved.settings);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  /** The names of records that rules fill in and the server has not heard of yet. */
  const [names, setNames] = useState<Record<string, string>>({});
  const form = useMemo(() => withRecordNames(loadedForm, names), [loadedForm, names]);
  const isChanged = JSON.stringify(settings) !== JSON.stringify(saved.settings);

  const change = (next: Partial<WorkspaceSettings>) => {
    setErrors([]);
    save.reset();
    setSettings((now) => ({ ...now, ...next }));
  };
  const save = useMutation({
    networkMode: 'always',
    mutationFn: (body: SavedSettings) => callApi(paths.setupSettings, { method: 'PUT', body, answer: savedSettingsSchema }),
    onSuccess(now) {
      setSettings(now.settings);
      queryClient.setQueryData(settingsKey, now);
      // The checks and the form speak of the rules too.
      void queryClient.invalidateQueries({ queryKey: setupKey, exact: true });
      void queryClient.invalidateQueries({ queryKey: setupFormKey });
    },
    onError: (error) => setErrors((error instanceof ApiProblem && error.problem.errors) || []),
  });
  const trySave = () => {
    if (save.isPending) return;
    const judged = judgeSettings(settings, form, saved.settings);
    if (judged.ok) save.mutate({ version: saved.version, settings: judged.settings });
    else {
      save.reset();
      setErrors(judged.errors);
    }
  };
  const showTheirs = async () => {
    await queryClient.refetchQueries({ queryKey: settingsKey });
    const theirs = queryClient.getQueryData<SavedSettings>(settingsKey);
    if (theirs) change(theirs.settings);
  };
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isChanged]);

  return (
    <>
      <SetupSection title={t('settings.rules.title')} text={t('settings.rules.text')}>
        <RuleList
          rules={settings.rules}
          form={form}
          locale={locale}
          isAdmin={isAdmin}
          errors={errors}
          onChange={(rules) => change({ rules })}
          onPicked={(picked) => setNames((now) => ({ ...now, ...Object.fromEntries(picked.map(({ id, name }) => [id, name])) }))}
        />
        {!isAdmin && <p className="text-muted">{t('settings.rules.readOnly')}</p>}
        <RulePreview form={form} rules={settings.rules} locale={locale} />
      </SetupSection>
      <SetupSection title={t('settings.rates.title')} text={t('settings.rates.text')}>
        <RateList
          exchange={settings.exchange}
          form={form}
          isAdmin={isAdmin}
          errors={errors}
          onChange={(exchange) => change({ exchange })}
        />
      </SetupSection>
      {isAdmin && (
        <SetupSection title={t('settings.save.title')}>
          <FocusKeeper className="empty:hidden">
            <SaveProblem errors={errors} error={save.error} onTheirs={() => void showTheirs()} />
          </FocusKeeper>
          <p role="status" className="text-muted">
            {isChanged ? t('settings.save.unsaved') : t('settings.save.nothing')}
          </p>
          <div className="flex flex-wrap gap-x-3 gap-y-2">
            <Button
              weight="primary"
              aria-disabled={!isChanged || save.isPending || undefined}
              onClick={() => isChanged && trySave()}
            >
              {save.isPending ? t('settings.save.saving') : t('settings.save.save')}
            </Button>
            {isChanged && (
              <Button weight="quiet" onClick={() => change(saved.settings)}>
                {t('settings.save.discard')}
              </Button>
            )}
          </div>
          <SettingsFile settings={settings} saved={saved.settings} form={form} onTaken={change} />
        </SetupSection>
      )}
    </>
  );
}

/** The form with further names of records beside those that its fields bring. */
const withRecordNames = (form: DealForm, names: Readonly<Record<string, string>>): DealForm => ({
  ...form,
  fields: form.fields.map((field) =>
    field.type === 'record-reference' ? { ...field, default_names: { ...names, ...field.default_names } } : field,
  ),
});

interface SaveProblemProps {
  errors: readonly FieldError[];
  error: Error | null;
  onTheirs: () => void;
}

function SaveProblem({ errors, error, onTheirs }: SaveProblemProps) {
  if (errors.length > 0) {
    return (
      <Notice tone="danger" title={t('settings.save.faults', { count: errors.length })}>
        <ul className="mt-1">
          {errors.map(({ field, message }) => (
            <li key={`${field} ${message}`} dir="auto">
              {message}
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (!error) return null;
  const problem = error instanceof ApiProblem ? error.problem : null;
  if (problem?.code === 'settings_changed') {
    return (
      <Notice tone="warn" title={t('settings.save.conflict')}>
        <p>{t('settings.save.conflictText')}</p>
        <Button weight="secondary" className="mt-3" onClick={onTheirs}>
          {t('settings.save.theirs')}
        </Button>
      </Notice>
    );
  }
  return (
    <Notice tone="danger" title={t('settings.save.failed')}>
      <p>{problem ? (problem.detail ?? problem.title) : t('settings.save.noAnswer')}</p>
    </Notice>
  );
}
