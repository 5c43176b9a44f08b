import type { Submission } from '../../contract/submission.ts';
import { en } from '../../words/en.ts';
import { laterWords } from '../../words/later-words.ts';
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
      const ahead = waiting && waiting.ahead > 0 ? `${laterWords.accepted.ahead(waiting.ahead)} ` : '';
      return { tone: 'calm', title: laterWords.accepted[waiting?.why ?? 'soon'], text: ahead + laterWords.accepted.text };
    }
    case 'sending':
      return { tone: 'calm', title: en.sending.now, text: laterWords.submissions.sendingText };
    case 'blocked_auth':
      return { tone: 'warn', ...laterWords.blocked[blocked?.why ?? 'sign_in'] };
    case 'unknown':
      return { tone: 'warn', ...laterWords.unknown };
    case 'needs_checking': {
      const { title, text, textWithCandidates } = laterWords.checking;
      return { tone: 'warn', title, text: candidates?.length ? textWithCandidates : text };
    }
    case 'created':
    case 'refused':
    case 'dismissed':
      return null;
  }
}

/**
 * What a screen reader is told as the standing of a deal changes. Only what does not change from look to look, so that
 * nothing is said twice; what stands in an alert is said there.
 */
export function announcedStanding(standing: Standing): string {
  if (standing === 'sending') return en.sending.now;
  const words = typeof standing !== 'string' && openWords(standing);
  if (!words) return '';
  const found = standing.candidates?.length ?? 0;
  return found > 0 ? `${words.title} ${laterWords.checking.found(found)}` : words.title;
}
