import { Suspense } from 'react';
import { paths } from '../../contract/paths.ts';
import type { Submission } from '../../contract/submission.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';
import { useSignedOut } from '../api/signed-out.tsx';
import { EndedSendNotice, OpenNotice } from '../later.tsx';
import { SignInAgainNotice } from '../SignInAgainNotice.tsx';
import type { Standing } from '../submissions/send-until-settled.ts';
import { CutOffNotice } from './CutOffNotice.tsx';
import type { EndedSend } from './EndedSendNotice.tsx';

interface SendNoticeProps {
  /** Titles of what the workspace requires and this form cannot fill. */
  cannotSend: string | null;
  standing: Standing | null;
  ended: EndedSend | null;
  locale: string;
  onLookNow: () => void;
  /** Back into the form, unsent. */
  onTakeBack: () => void;
  onDecided: (submission: Submission) => void;
  onStartAnother: () => void;
  /** Writes what stands in the form under another id. */
  onAnew: () => void;
}

/** What stands above the button while a deal is not settled, or after an end that is not the receipt. */
export function SendNotice({ cannotSend, standing, ended, locale, ...on }: SendNoticeProps) {
  const { onLookNow, onTakeBack, onDecided, onStartAnother, onAnew } = on;
  const isSignedOut = useSignedOut();
  if (cannotSend !== null) return <Notice tone="warn" title={cannotSend} />;
  if (isSignedOut) {
    // What the server has goes on there, whoever is signed in here.
    const isAccepted = typeof standing === 'object' && standing !== null;
    return <SignInAgainNotice returnTo={paths.newDeal} of={isAccepted ? 'accepted.signInAgain' : 'signInAgain'} />;
  }
  switch (standing) {
    case 'sending':
      return null;
    case 'busy':
      return (
        <Notice tone="warn" title={t('busy.title')}>
          <p>{t('busy.text')}</p>
        </Notice>
      );
    case 'offline':
      return (
        <Notice tone="warn" title={t('offline.title')}>
          <p>{t('offline.sent')}</p>
          <div className="-mx-2 flex flex-wrap gap-x-2">
            <Button weight="quiet" onClick={onTakeBack}>
              {t('offline.change')}
            </Button>
            <Button weight="quiet" onClick={onStartAnother}>
              {t('startAnother')}
            </Button>
          </div>
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
