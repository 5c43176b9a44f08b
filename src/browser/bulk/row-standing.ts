import { type MessageKey, t } from '../../words/t.ts';
import { type Mark, markOf } from '../my-deals/StateMark.tsx';
import { isSettled } from '../submissions/look-pauses.ts';
import { canTakeBack } from './take-rows-back.ts';
import type { Row } from './use-batch.tsx';

/** What a row is counted as: with what is wrong, ready to be sent, sent and not settled, in Attio, or given up. */
export type Standing = 'faulty' | 'ready' | 'judging' | 'open' | 'created' | 'left';

/** How a row stands. */
export function standingOf({ draft, judged, submission }: Row): Standing {
  if (draft?.sent === null) return judged === null ? 'judging' : judged.values === null ? 'faulty' : 'ready';
  if (submission === null || !isSettled(submission.state)) return 'open';
  return submission.state === 'created' ? 'created' : 'left';
}

/** How a row stands, in a word and a mark. */
export function standingWords(row: Row): { words: string; mark: Mark } {
  const { draft, submission } = row;
  const says = (key: MessageKey, mark: Mark) => ({ words: t(key), mark });
  if (draft?.sent === null) {
    const standing = standingOf(row);
    if (standing === 'judging') return says('bulk.states.judging', 'waiting');
    return standing === 'ready' ? says('bulk.states.ready', 'ready') : says('bulk.states.faulty', 'doubt');
  }
  if (submission) {
    if (submission.waiting?.why === 'held') return says('bulk.states.held', 'waiting');
    return says(`submissions.states.${submission.state}`, markOf[submission.state]);
  }
  return draft && canTakeBack(draft) ? says('bulk.states.offline', 'waiting') : says('bulk.states.sending', 'waiting');
}
