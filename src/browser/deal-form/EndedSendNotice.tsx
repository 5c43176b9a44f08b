import { paths } from '../../contract/paths.ts';
import type { FieldError, Problem } from '../../contract/problem.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';
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
  return (
    <Notice tone="warn" title={t(`${how}.title`)}>
      <p>{t(`${how}.text`)}</p>
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button weight="secondary" onClick={onStartAnother}>
          {t('startAnother')}
        </Button>
        {how === 'dismissed' && (
          <Button weight="quiet" onClick={onAnew}>
            {t('dismissed.anew')}
          </Button>
        )}
      </div>
    </Notice>
  );
}

function Refusal({ problem, isOpen }: { problem: Problem | null; isOpen: boolean }) {
  if (problem?.code === 'identity_mismatch') {
    return (
      <Notice tone="warn" title={t('otherMember.title')}>
        <p>{isOpen ? t('otherMember.sentText') : t('otherMember.text')}</p>
        <ButtonLink weight="secondary" className="mt-3" href={paths.newDeal}>
          {t('otherMember.action')}
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
  // Where we know better words than Attio's, its own stand behind the details.
  const isOurs = problem?.detail !== undefined && !problem.detail.startsWith(problem.upstream?.message ?? '');
  return (
    <Notice tone="danger" title={isAttios ? t('refused.title') : t('unexpected.title')}>
      <p>
        {problem?.upstream && !isOurs
          ? t('attioSaid', { message: problem.upstream.message })
          : (problem?.detail ?? problem?.title ?? t('unexpected.text'))}
      </p>
      {isOurs && problem?.upstream && <UpstreamDetails upstream={problem.upstream} />}
      {problem?.request_id && <p className="mt-1 text-small text-muted">{t('requestId', { id: problem.request_id })}</p>}
    </Notice>
  );
}
