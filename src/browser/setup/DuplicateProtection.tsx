import { useMutation, useQueryClient } from '@tanstack/react-query';
import { paths } from '../../contract/paths.ts';
import { markerSlug, type DuplicateProtection as Protection, type Setup, setupSchema } from '../../contract/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { FocusKeeper } from '../../ui/FocusKeeper.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { callApi } from '../api/client.ts';
import { SetupSection } from './SetupSection.tsx';
import { setupKey } from './setup-keys.ts';

interface DuplicateProtectionProps {
  protection: Protection;
  fault: Setup['marker_fault'];
  isAdmin: boolean;
}

/** How second deals are kept out of the workspace, and an admin's button for the stronger way. */
export function DuplicateProtection({ protection, fault, isAdmin }: DuplicateProtectionProps) {
  const queryClient = useQueryClient();
  const turnOn = useMutation({
    networkMode: 'always',
    mutationFn: () => callApi(paths.setupMarker, { method: 'POST', answer: setupSchema }),
    onSuccess: (setup) => queryClient.setQueryData(setupKey, setup),
  });
  // While an attribute stands in its way, Attio is where that is put right.
  const canTurnOn = protection !== 'marker' && fault === null;
  return (
    <SetupSection title={t('setup.protection')}>
      <FocusKeeper className="grid gap-4">
        <div role="status">
          <p className="font-[550]">{t(`setup.${protection}.title`)}</p>
          <p className="text-muted">{t(`setup.${protection}.text`)}</p>
        </div>
        {fault && (
          <Notice tone="warn" title={t('setup.fault', { slug: markerSlug })} quiet>
            <p>{t(`setup.faults.${fault}`)}</p>
          </Notice>
        )}
        {turnOn.error && <TurnOnFailed error={turnOn.error} />}
        {canTurnOn &&
          (isAdmin ? (
            <div>
              <p className="mb-3 text-small text-muted">{t('setup.turnOnText', { slug: markerSlug })}</p>
              <Button
                weight="secondary"
                aria-disabled={turnOn.isPending || undefined}
                onClick={() => !turnOn.isPending && turnOn.mutate()}
              >
                {turnOn.isPending ? t('setup.turningOn') : t('setup.turnOn')}
              </Button>
            </div>
          ) : (
            <p className="text-muted">{t('setup.askAdmin')}</p>
          ))}
      </FocusKeeper>
    </SetupSection>
  );
}

function TurnOnFailed({ error }: { error: Error }) {
  const problem = error instanceof ApiProblem ? error.problem : null;
  return (
    <Notice tone="danger" title={t('setup.turnOnFailed')}>
      {problem?.code === 'attio_forbidden' ? (
        <>
          <p>{t('setup.alternative')}</p>
          <p className="mt-1">
            <code className="rounded-[5px] bg-surface px-1.5 py-0.5 text-small">{t('setup.command')}</code>
          </p>
        </>
      ) : (
        <p>{problem ? (problem.detail ?? problem.title) : t('setup.noAnswer')}</p>
      )}
      {problem?.upstream && <p className="mt-1 text-small">{t('attioSaid', { message: problem.upstream.message })}</p>}
      {problem?.request_id && <p className="mt-1 text-small text-muted">{t('requestId', { id: problem.request_id })}</p>}
    </Notice>
  );
}
