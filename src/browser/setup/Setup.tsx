import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { paths } from '../../contract/paths.ts';
import { markerSlug, type Setup as SetupData, setupSchema } from '../../contract/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FocusKeeper } from '../../ui/FocusKeeper.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { en } from '../../words/en.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { callApi } from '../api/client.ts';
import { useSignedOut } from '../api/signed-out.tsx';
import { SignInAgainNotice } from '../SignInAgainNotice.tsx';

const queryKey = ['setup'];

/** How the workspace is set up for Dealslip, and what an admin can change about it. */
export function Setup() {
  const isSignedOut = useSignedOut();
  const setup = useQuery({
    queryKey,
    queryFn: ({ signal }) => callApi(paths.setup, { signal, answer: setupSchema }),
    networkMode: 'always',
    retry: false,
  });
  if (isSignedOut) return <SignInAgainNotice words={en.signInAgain} returnTo={paths.setupPage} />;
  if (setup.data) {
    return (
      <Card>
        <DuplicateProtection setup={setup.data} />
      </Card>
    );
  }
  if (setup.isPending) return <p className="text-muted">{en.setup.loading}</p>;
  return (
    <Notice tone="warn" title={en.setup.failed}>
      {setup.error instanceof ApiProblem && <p>{setup.error.problem.detail ?? setup.error.problem.title}</p>}
      <Button
        weight="secondary"
        className="mt-3"
        aria-disabled={setup.isFetching || undefined}
        onClick={() => void setup.refetch()}
      >
        {en.setup.retry}
      </Button>
    </Notice>
  );
}

function DuplicateProtection({ setup: { duplicate_protection, marker_fault, is_admin } }: { setup: SetupData }) {
  const queryClient = useQueryClient();
  const turnOn = useMutation({
    networkMode: 'always',
    mutationFn: () => callApi(paths.setupMarker, { method: 'POST', answer: setupSchema }),
    onSuccess: (setup) => queryClient.setQueryData(queryKey, setup),
  });
  const { title, text } = en.setup[duplicate_protection];
  // While an attribute stands in its way, Attio is where that is put right.
  const canTurnOn = duplicate_protection !== 'marker' && marker_fault === null;
  return (
    <section aria-labelledby="protection">
      <h2 id="protection" className="font-[620]">
        {en.setup.protection}
      </h2>
      <FocusKeeper className="mt-2 grid gap-4">
        <div role="status">
          <p className="font-[550]">{title}</p>
          <p className="text-muted">{text}</p>
        </div>
        {marker_fault && (
          <Notice tone="warn" title={en.setup.fault(markerSlug)} quiet>
            <p>{en.setup.faults[marker_fault]}</p>
          </Notice>
        )}
        {turnOn.error && <TurnOnFailed error={turnOn.error} />}
        {canTurnOn &&
          (is_admin ? (
            <div>
              <p className="mb-3 text-small text-muted">{en.setup.turnOnText(markerSlug)}</p>
              <Button
                weight="primary"
                aria-disabled={turnOn.isPending || undefined}
                onClick={() => !turnOn.isPending && turnOn.mutate()}
              >
                {turnOn.isPending ? en.setup.turningOn : en.setup.turnOn}
              </Button>
            </div>
          ) : (
            <p className="text-muted">{en.setup.askAdmin}</p>
          ))}
      </FocusKeeper>
    </section>
  );
}

function TurnOnFailed({ error }: { error: Error }) {
  const problem = error instanceof ApiProblem ? error.problem : null;
  return (
    <Notice tone="danger" title={en.setup.turnOnFailed}>
      {problem?.code === 'attio_forbidden' ? (
        <>
          <p>{en.setup.alternative}</p>
          <p className="mt-1">
            <code className="rounded-[5px] bg-surface px-1.5 py-0.5 text-small">{en.setup.command}</code>
          </p>
        </>
      ) : (
        <p>{problem ? (problem.detail ?? problem.title) : en.setup.noAnswer}</p>
      )}
      {problem?.upstream && <p className="mt-1 text-small">{en.attioSaid(problem.upstream.message)}</p>}
      {problem?.request_id && <p className="mt-1 text-small text-muted">{en.requestId(problem.request_id)}</p>}
    </Notice>
  );
}
