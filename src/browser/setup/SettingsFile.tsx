import { useRef, useState } from 'react';
import { judgeSettings } from '../../attributes/settings/judge-settings.ts';
import type { DealForm } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { WorkspaceSettings } from '../../contract/workspace-settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';

interface SettingsFileProps {
  settings: WorkspaceSettings;
  saved: WorkspaceSettings;
  form: DealForm;
  onTaken: (settings: WorkspaceSettings) => void;
}

const maxKibibytes = 64;

/** The settings as a file: given out as they stand in the editor, and taken from one that is in order. */
export function SettingsFile({ settings, saved, form, onTaken }: SettingsFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const [result, setResult] = useState<{ errors: FieldError[] } | { taken: WorkspaceSettings } | null>(null);

  async function take(file: File) {
    const notJson = [{ field: '', code: 'malformed_json', message: t('settings.file.notJson', { kibibytes: maxKibibytes }) }];
    if (file.size > maxKibibytes * 1024) return setResult({ errors: notJson });
    let json: unknown;
    try {
      json = JSON.parse(await file.text());
    } catch {
      return setResult({ errors: notJson });
    }
    const judged = judgeSettings(json, form, saved);
    setResult(judged.ok ? { taken: judged.settings } : { errors: judged.errors });
    if (judged.ok) onTaken(judged.settings);
  }

  return (
    <>
      <div className="flex flex-wrap gap-x-3 gap-y-2">
        <Button weight="quiet" className="-mx-2" onClick={() => giveOut(settings)}>
          {t('settings.file.export')}
        </Button>
        <Button weight="quiet" onClick={() => input.current?.click()}>
          {t('settings.file.import')}
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={t('settings.file.import')}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void take(file);
            // The same file, mended, is a change too.
            currentTarget.value = '';
          }}
        />
      </div>
      {result && 'taken' in result && (
        <Notice
          tone="calm"
          title={t('settings.file.taken', { rules: result.taken.rules.length, rates: result.taken.exchange?.rates.length ?? 0 })}
        >
          <p>{t('settings.file.look')}</p>
        </Notice>
      )}
      {result && 'errors' in result && (
        <Notice tone="danger" title={t('settings.file.refused')}>
          <ul className="mt-1">
            {result.errors.map(({ field, message }) => (
              <li key={`${field} ${message}`} dir="auto">
                {field === '' ? message : t('settings.file.at', { place: field, message })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function giveOut(settings: WorkspaceSettings): void {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(settings, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = t('settings.file.name');
  link.click();
  URL.revokeObjectURL(address);
}
