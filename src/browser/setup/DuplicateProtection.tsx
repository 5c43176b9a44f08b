import { useMutation, useQueryClient } from '@tanstack/react-query';
import { paths } from '../../contract/paths.ts';
import { markerSlug, type DuplicateProtection as Protection, type Setup, setupSchema } from '../../contract/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { FocusKeeper } from '../../ui/FocusKeeper.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { laterWords } from '../../words/later-words.ts';
import { setupWords } from '../../words/setup-words.ts';
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
  const { title, text } = setupWords[protection];
  // While an attribute stands in its way, Attio is where that is put right.
  const canTurnOn = protection !== 'marker' && fault === null;
  return (
    <SetupSection title={setupWords.protection}>
      <FocusKeeper className="grid gap-4">
        <div role="status">
          <p className="font-[550]">{title}</p>
          <p className="text-muted">{text}</p>
        </div>
        {fault && (
          <Notice tone="warn" title={setupWords.fault(markerSlug)} quiet>
            <p>{setupWords.faults[fault]}</p>
          </Notice>
        )}
        {turnOn.error && <TurnOnFailed error={turnOn.error} />}
        {canTurnOn &&
          (isAdmin ? (
            <div>
              <p className="mb-3 text-small text-muted">{setupWords.turnOnText(markerSlug)}</p>
              <Button
                weight="secondary"
                aria-disabled={turnOn.isPending || undefined}
                onClick={() => !turnOn.isPending && turnOn.mutate()}
              >
                {turnOn.isPending ? setupWords.turningOn : setupWords.turnOn}
              </Button>
            </div>
          ) : (
            <p className="text-muted">{setupWords.askAdmin}</p>
          ))}
      </FocusKeeper>
    </SetupSection>
  );
}

function TurnOnFailed({ error }: { error: Error }) {
  const problem = error instanceof ApiProblem ? error.problem : null;
  return (
    <Notice tone="danger" title={setupWords.turnOnFailed}>
      {problem?.code === 'attio_forbidden' ? (
        <>
          <p>{setupWords.alternative}</p>
          <p className="mt-1">
            <code className="rounded-[5px] bg-surface px-1.5 py-0.5 text-small">{setupWords.command}</code>
          </p>
        </>
      ) : (
        <p>{problem ? (problem.detail ?? problem.title) : setupWords.noAnswer}</p>
      )}
      {problem?.upstream && <p className="mt-1 text-small">{laterWords.attioSaid(problem.upstream.message)}</p>}
      {problem?.request_id && <p className="mt-1 text-small text-muted">{laterWords.requestId(problem.request_id)}</p>}
    </Notice>
  );
}
