import { paths } from '../../contract/paths.ts';
import type { FieldError, Problem } from '../../contract/problem.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { en } from '../../words/en.ts';
import { laterWords } from '../../words/later-words.ts';
import { UpstreamDetails } from '../UpstreamDetails.tsx';

/** What a page may remember of a send that ended without a deal. */
export interface EndedSend {
  /** `refused`: it was not taken, or not heard. `dismissed`: a person gave it up. `lost`: refused, though it may exist. */
  how: 'refused' | 'dismissed' | 'lost';
  problem: Problem | null;
  errors: readonly FieldError[];
  /** Whether the deal may exist all the same: then nothing may be edited and sent anew. */
  isOpen: boolean;
}

interface EndedSendNoticeProps {
  ended: EndedSend;
  onStartAnother: () => void;
  onAnew: () => void;
}

/** Why a send ended without a receipt, and the way on. */
export function EndedSendNotice({ ended: { how, problem, isOpen }, onStartAnother, onAnew }: EndedSendNoticeProps) {
  if (how === 'refused') return <Refusal problem={problem} isOpen={isOpen} />;
  const { title, text } = how === 'lost' ? laterWords.lost : laterWords.dismissed;
  return (
    <Notice tone="warn" title={title}>
      <p>{text}</p>
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button weight="secondary" onClick={onStartAnother}>
          {en.startAnother}
        </Button>
        {how === 'dismissed' && (
          <Button weight="quiet" onClick={onAnew}>
            {laterWords.dismissed.anew}
          </Button>
        )}
      </div>
    </Notice>
  );
}

function Refusal({ problem, isOpen }: { problem: Problem | null; isOpen: boolean }) {
  if (problem?.code === 'identity_mismatch') {
    return (
      <Notice tone="warn" title={laterWords.otherMember.title}>
        <p>{isOpen ? laterWords.otherMember.sentText : laterWords.otherMember.text}</p>
        <ButtonLink weight="secondary" className="mt-3" href={paths.newDeal}>
          {laterWords.otherMember.action}
        </ButtonLink>
      </Notice>
    );
  }
  const hasFields = (problem?.errors?.length ?? 0) > 0;
  const isAttios = problem?.upstream !== undefined;
  if (hasFields) {
    return (
      <>
        {problem?.detail && <p className="text-small text-muted">{problem.detail}</p>}
        {problem?.upstream && <UpstreamDetails upstream={problem.upstream} requestId={problem.request_id} />}
      </>
    );
  }
  return (
    <Notice tone="danger" title={isAttios ? en.refused.title : laterWords.unexpected.title}>
      <p>{problem?.upstream ? laterWords.attioSaid(problem.upstream.message) : (problem?.title ?? laterWords.unexpected.text)}</p>
      {problem?.request_id && <p className="mt-1 text-small text-muted">{laterWords.requestId(problem.request_id)}</p>}
    </Notice>
  );
}
