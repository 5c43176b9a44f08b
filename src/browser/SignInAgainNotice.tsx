import { paths } from '../contract/paths.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { en } from '../words/en.ts';

interface SignInAgainNoticeProps {
  words: { title: string; text: string };
  /** The page to come back to. */
  returnTo: string;
  /** Whether a live region of the page says it. */
  quiet?: boolean;
}

/** The session, or what Attio accepted of it, is over: the way back in, which keeps everything. */
export const SignInAgainNotice = ({ words, returnTo, quiet = false }: SignInAgainNoticeProps) => (
  <Notice tone="warn" title={words.title} quiet={quiet}>
    <p>{words.text}</p>
    <ButtonLink weight="secondary" className="mt-3" href={`${paths.signIn}?return_to=${encodeURIComponent(returnTo)}`}>
      {en.signInAgain.action}
    </ButtonLink>
  </Notice>
);
