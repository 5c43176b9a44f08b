import { paths } from '../contract/paths.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { t } from '../words/t.ts';

interface SignInAgainNoticeProps {
  /** What it says, where that is not what the form says. */
  of?: 'signInAgain' | 'links.signInAgain' | 'accepted.signInAgain' | 'bulk.signInAgain';
  /** The page to come back to. */
  returnTo: string;
  /** Whether a live region of the page says it. */
  quiet?: boolean;
}

/** The session, or what Attio accepted of it, is over: the way back in, which keeps everything. */
export const SignInAgainNotice = ({ of = 'signInAgain', returnTo, quiet = false }: SignInAgainNoticeProps) => (
  <Notice tone="warn" title={t(`${of}.title`)} quiet={quiet}>
    <p>{t(`${of}.text`)}</p>
    <ButtonLink weight="secondary" className="mt-3" href={`${paths.signIn}?return_to=${encodeURIComponent(returnTo)}`}>
      {t('signInAgain.action')}
    </ButtonLink>
  </Notice>
);
