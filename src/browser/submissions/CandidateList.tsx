import { useId } from 'react';
import type { Candidate } from '../../contract/submission.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import { momentWords } from '../moment-words.ts';

interface CandidateListProps {
  candidates: readonly Candidate[];
  locale: string;
  isPending: boolean;
  /** Undefined while the rep may not choose one. */
  onBind: ((recordId: string) => void) | undefined;
}

/** Deals in Attio that may be the one that was sent, the likeliest first, with what tells them apart. */
export const CandidateList = ({ candidates, ...rest }: CandidateListProps) => (
  <ul aria-label={t('checking.candidates')} className="mt-3 grid gap-2">
    {candidates.map((candidate) => (
      <CandidateItem key={candidate.record_id} candidate={candidate} {...rest} />
    ))}
  </ul>
);

interface CandidateItemProps extends Omit<CandidateListProps, 'candidates'> {
  candidate: Candidate;
}

function CandidateItem({ candidate, locale, isPending, onBind }: CandidateItemProps) {
  const nameId = useId();
  const { record_id, name, web_url, created_at, details, ours } = candidate;
  const about = [
    ...details,
    ...(created_at ? [t('checking.createdAt', { when: momentWords(created_at, locale) })] : []),
    ours ? t('checking.ours') : t('checking.notOurs'),
  ];
  const shown = name ?? t('checking.unnamed');
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-control border border-line bg-surface p-3">
      <div className="min-w-0 flex-[1_1_12rem]">
        <p id={nameId} className="font-[550]" dir="auto">
          {web_url ? (
            <a href={web_url} target="_blank" rel="noopener noreferrer" className="underline underline-offset-4">
              {shown}
            </a>
          ) : (
            shown
          )}
        </p>
        <p className="text-small text-muted">
          <bdi>{about.join(' · ')}</bdi>
        </p>
      </div>
      {onBind && (
        <Button
          weight="secondary"
          aria-describedby={nameId}
          aria-disabled={isPending || undefined}
          onClick={() => onBind(record_id)}
        >
          {t('checking.bind')}
        </Button>
      )}
    </li>
  );
}
