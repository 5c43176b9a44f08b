import { Suspense } from 'react';
import { paths } from '../../contract/paths.ts';
import type { Submission } from '../../contract/submission.ts';
import { Notice } from '../../ui/Notice.tsx';
import { en } from '../../words/en.ts';
import { EndedSendNotice, OpenNotice } from '../later.tsx';
import type { Standing } from '../submissions/send-until-settled.ts';
import { CutOffNotice } from './CutOffNotice.tsx';
import type { EndedSend } from './EndedSendNotice.tsx';

interface SendNoticeProps {
  standing: Standing | null;
  ended: EndedSend | null;
  locale: string;
  onLookNow: () => void;
  onDecided: (submission: Submission) => void;
  onStartAnother: () => void;
  /** Writes what stands in the form under another id. */
  onAnew: () => void;
}

/** What stands above the button while a deal is not settled, or after an end that is not the receipt. */
export function SendNotice({ standing, ended, locale, onLookNow, onDecided, onStartAnother, onAnew }: SendNoticeProps) {
  switch (standing) {
    case 'sending':
      return null;
    case 'busy':
      return (
        <Notice tone="warn" title={en.busy.title}>
          <p>{en.busy.text}</p>
        </Notice>
      );
    case 'unreachable':
      return <CutOffNotice onRetry={onLookNow} onStartAnother={onStartAnother} />;
    case null:
      return (
        ended && (
          <Suspense>
            <EndedSendNotice ended={ended} onStartAnother={onStartAnother} onAnew={onAnew} />
          </Suspense>
        )
      );
    default:
      return (
        <Suspense>
          <OpenNotice
            submission={standing}
            locale={locale}
            returnTo={paths.newDeal}
            onDecided={onDecided}
            onLookAgain={onLookNow}
            onStartAnother={onStartAnother}
          />
        </Suspense>
      );
  }
}
