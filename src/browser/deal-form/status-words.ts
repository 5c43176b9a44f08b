import { en } from '../../words/en.ts';
import type { Standing } from '../submissions/send-until-settled.ts';
import type { DraftStatus } from './use-draft.tsx';

/** What stands beside the button: where the deal is kept, or that it is locked. */
export function statusWords(standing: Standing | null, draft: DraftStatus): string {
  if (standing === null) return draft === 'saved' ? en.draft.saved : draft === 'cannot-save' ? en.draft.cannotSave : '';
  if (standing === 'sending') return en.sending.now;
  if (typeof standing === 'string') return en.sending.keep;
  if (standing.state === 'sending') return en.sending.now;
  return standing.state === 'unknown' || standing.state === 'needs_checking' ? en.sending.locked : en.sending.accepted;
}
