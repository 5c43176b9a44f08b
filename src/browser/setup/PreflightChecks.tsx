import clsx from 'clsx';
import type { Check } from '../../contract/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import { SetupSection } from './SetupSection.tsx';

interface PreflightChecksProps {
  checks: readonly Check[];
  isChecking: boolean;
  onCheckAgain: () => void;
}

/** What has to be in order for deals to be entered: a list of words, with what to do where something is not. */
export function PreflightChecks({ checks, isChecking, onCheckAgain }: PreflightChecksProps) {
  const count = checks.filter(({ is_ready }) => !is_ready).length;
  return (
    <SetupSection title={t('settings.checks.title')}>
      <p role="status" className="font-[550]">
        {count === 0 ? t('settings.checks.allReady') : t('settings.checks.someNot', { count })}
      </p>
      <ul className="grid gap-2.5">
        {checks.map(({ name, is_ready, says, remedy }) => (
          <li key={name} className="grid grid-cols-[5rem_1fr] gap-x-3 max-[399px]:grid-cols-1">
            <span
              className={clsx(
                'self-start rounded-full px-2 py-0.5 text-center text-small font-[550] max-[399px]:mb-1 max-[399px]:justify-self-start',
                is_ready ? 'bg-success-soft text-success' : 'bg-warn-soft text-warn',
              )}
            >
              {is_ready ? t('settings.checks.ready') : t('settings.checks.notReady')}
            </span>
            <div className="min-w-0" dir="auto">
              <p>{says}</p>
              {remedy && <p className="text-small text-muted">{remedy}</p>}
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button weight="secondary" aria-disabled={isChecking || undefined} onClick={onCheckAgain}>
          {isChecking ? t('settings.checks.checking') : t('settings.checks.again')}
        </Button>
      </div>
    </SetupSection>
  );
}
