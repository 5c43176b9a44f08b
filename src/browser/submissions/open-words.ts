import type { Submission } from '../../contract/submission.ts';
import { t } from '../../words/t.ts';
import type { Standing } from './send-until-settled.ts';

/** What the rep is told of a submission that is not settled. */
interface OpenWords {
  tone: 'calm' | 'warn';
  title: string;
  text: string;
}

/** The words for how an open submission stands; null for one that is settled. */
export function openWords({ state, waiting, blocked, candidates }: Submission): OpenWords | null {
  switch (state) {
    case 'received':
    case 'deferred': {
      const ahead = waiting && waiting.ahead > 0 ? `${t('accepted.ahead', { count: waiting.ahead })} ` : '';
      return { tone: 'calm', title: t(`accepted.${waiting?.why ?? 'soon'}`), text: ahead + t('accepted.text') };
    }
    case 'sending':
      return { tone: 'calm', title: t('sending.now'), text: t('submissions.sendingText') };
    case 'blocked_auth':
      return warning(blocked?.upstream?.code === 'billing_error' ? 'blocked.plan' : `blocked.${blocked?.why ?? 'sign_in'}`);
    case 'unknown':
      return warning('unknown');
    case 'needs_checking': {
      const asked = warning('checking');
      return candidates?.length ? { ...asked, text: t('checking.textWithCandidates') } : asked;
    }
    case 'created':
    case 'refused':
    case 'dismissed':
      return null;
  }
}

const warning = (
  of: 'blocked.sign_in' | 'blocked.permission' | 'blocked.plan' | 'blocked.key' | 'unknown' | 'checking',
): OpenWords => ({
  tone: 'warn',
  title: t(`${of}.title`),
  text: t(`${of}.text`),
});

/**
 * What a screen reader is told as the standing of a deal changes. Only what does not change from look to look, so that
 * nothing is said twice; what stands in an alert is said there.
 */
export function announcedStanding(standing: Standing): string {
  if (standing === 'sending') return t('sending.now');
  const words = typeof standing !== 'string' && openWords(standing);
  if (!words) return '';
  const found = standing.candidates?.length ?? 0;
  return found > 0 ? `${words.title} ${t('checking.found', { count: found })}` : words.title;
}
