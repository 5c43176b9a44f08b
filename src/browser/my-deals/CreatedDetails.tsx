import { anotherLikePath } from '../../contract/paths.ts';
import type { Submission } from '../../contract/submission.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import { CopyLink } from '../receipt/CopyLink.tsx';
import { ReceiptLines } from '../receipt/ReceiptLines.tsx';

interface CreatedDetailsProps {
  submission: Submission;
  locale: string;
}

/** A created deal's receipt once more, and the way to another like it. */
export const CreatedDetails = ({ submission, locale }: CreatedDetailsProps) => (
  <>
    <ReceiptLines submission={submission} locale={locale} />
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
      <ButtonLink weight="secondary" href={anotherLikePath(submission.id)}>
        {t('nextDeal.another')}
      </ButtonLink>
      {submission.web_url && <CopyLink url={submission.web_url} />}
    </div>
  </>
);
