import type { Problem } from '../contract/problem.ts';
import { en } from '../words/en.ts';

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
    <summary className="text-muted">{en.details}</summary>
    <p className="mt-1" dir="auto">
      {en.attioSaid(message)}
    </p>
    {requestId && <p className="text-muted">{en.requestId(requestId)}</p>}
  </details>
);
