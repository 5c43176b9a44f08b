import type { Problem } from '../contract/problem.ts';
import { laterWords } from '../words/later-words.ts';

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
    <summary className="text-muted">{laterWords.details}</summary>
    <p className="mt-1" dir="auto">
      {laterWords.attioSaid(message)}
    </p>
    {requestId && <p className="text-muted">{laterWords.requestId(requestId)}</p>}
  </details>
);
