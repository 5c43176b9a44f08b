import { t } from '../../words/t.ts';
import type { Standing } from '../submissions/send-until-settled.ts';
import type { DraftStatus } from './use-draft.tsx';

/** What stands beside the button: where the deal is kept, or that it is locked. */
export function statusWords(standing: Standing | null, draft: DraftStatus): string {
  if (standing === null) return draft === 'saved' ? t('draft.saved') : draft === 'cannot-save' ? t('draft.cannotSave') : '';
  if (standing === 'sending') return t('sending.now');
  if (typeof standing === 'string') return t('sending.keep');
  if (standing.state === 'sending') return t('sending.now');
  return standing.state === 'unknown' || standing.state === 'needs_checking' ? t('sending.locked') : t('sending.accepted');
}
