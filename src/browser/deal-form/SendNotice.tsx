import { paths } from '../../contract/paths.ts';
import type { Problem } from '../../contract/problem.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { en } from '../../words/en.ts';
import type { Waiting } from '../submissions/send-until-settled.ts';
import { CutOffNotice } from './CutOffNotice.tsx';

interface SendNoticeProps {
  waiting: Waiting | null;
  hasFailed: boolean;
  problem: Problem | null;
  onRetry: () => void;
  onLeave: () => void;
}

/** What stands above the button while a deal has no answer yet, or after one that is not the receipt. */
export function SendNotice({ waiting, hasFailed, problem, onRetry, onLeave }: SendNoticeProps) {
  switch (waiting) {
    case 'sending':
      return null;
    case 'busy':
      return (
        <Notice tone="warn" title={en.busy.title}>
          <p>{en.busy.text}</p>
        </Notice>
      );
    case 'unreachable':
      return <CutOffNotice onRetry={onRetry} />;
    case 'unknown':
      return (
        <Notice tone="warn" title={en.unknown.title}>
          <p>{en.unknown.text}</p>
          <Button weight="quiet" className="-mx-2" onClick={onLeave}>
            {en.unknown.next}
          </Button>
        </Notice>
      );
    case null:
      return hasFailed ? <Refusal problem={problem} /> : null;
  }
}

/** The session is over: the way back in, which keeps everything. */
export const SignInAgainNotice = () => (
  <Notice tone="warn" title={en.signInAgain.title}>
    <p>{en.signInAgain.text}</p>
    <ButtonLink weight="secondary" className="mt-3" href={`${paths.signIn}?return_to=${encodeURIComponent(paths.newDeal)}`}>
      {en.signInAgain.action}
    </ButtonLink>
  </Notice>
);

function Refusal({ problem }: { problem: Problem | null }) {
  if (problem?.code === 'identity_mismatch') {
    return (
      <Notice tone="warn" title={en.otherMember.title}>
        <p>{en.otherMember.text}</p>
        <ButtonLink weight="secondary" className="mt-3" href={paths.newDeal}>
          {en.otherMember.action}
        </ButtonLink>
      </Notice>
    );
  }
  const hasFields = (problem?.errors?.length ?? 0) > 0;
  const isAttios = problem?.upstream !== undefined;
  if (hasFields)
    return problem?.upstream ? <UpstreamDetails said={problem.upstream.message} requestId={problem.request_id} /> : null;
  return (
    <Notice tone="danger" title={isAttios ? en.refused.title : en.unexpected.title}>
      <p>{problem?.upstream ? en.attioSaid(problem.upstream.message) : (problem?.title ?? en.unexpected.text)}</p>
      {problem?.request_id && <p className="mt-1 text-small text-muted">{en.requestId(problem.request_id)}</p>}
    </Notice>
  );
}

/** Attio's own words and the request's id, for whoever wants to know more. */
const UpstreamDetails = ({ said, requestId }: { said: string; requestId: string | undefined }) => (
  <details className="mt-1 text-small">
    <summary className="text-muted">{en.details}</summary>
    <p className="mt-1">{en.attioSaid(said)}</p>
    {requestId && <p className="text-muted">{en.requestId(requestId)}</p>}
  </details>
);
