import type { Problem } from '../contract/problem.ts';
import { t } from '../words/t.ts';

interface UpstreamDetailsProps {
  upstream: NonNullable<Problem['upstream']>;
  /** Of our own answer. */
  requestId?: string | undefined;
}

/** Attio's own words and the ids of the request, for whoever wants to know more. */
export const UpstreamDetails = ({
  upstream: { message, execution_id },
  requestId = execution_id ?? undefined,
}: UpstreamDetailsProps) => (
  <details className="mt-1 text-small">
    <summary className="text-muted">{t('details')}</summary>
    <p className="mt-1" dir="auto">
      {t('attioSaid', { message })}
    </p>
    {requestId && <p className="text-muted">{t('requestId', { id: requestId })}</p>}
  </details>
);
