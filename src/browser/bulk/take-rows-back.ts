import { resolvePath } from '../../contract/paths.ts';
import { submissionSchema } from '../../contract/submission.ts';
import { NoAnswer } from '../api/api-problem.ts';
import { callApi } from '../api/client.ts';
import { backToDraft } from '../deal-form/back-to-draft.ts';
import { type Draft, type DraftOwner, readDraft } from '../deal-form/draft-store.ts';
import { keepBack, lookNow } from '../deal-form/send-left-behind.ts';
import { earlyPause } from '../submissions/early-pause.ts';

/** Whether a sent row can still be taken back: no request of it has left this browser, or the server holds it for that. */
export const canTakeBack = ({ sent, accepted, is_untried }: Draft): boolean =>
  sent !== null && (accepted ? accepted.waiting?.why === 'held' : is_untried === true);

/** The pauses before it is tried once more, in ms: until the server has the row, or answers again. There are only seconds for it. */
const pauses = [250, 250, 500, 500, 1_000, 1_000, 2_000, 2_000, 4_000, 8_000, 8_000];

/**
 * Makes a sent row a draft again, where it is not too late. While nobody answers, or the row is on its way to the server, it is tried again.
 * @param onSilence told when there was no answer
 * @returns whether it is a draft
 */
export async function takeRowBack(owner: DraftOwner, id: string, onSilence: () => void): Promise<boolean> {
  for (const ms of pauses) {
    const draft = await readDraft(owner, id);
    if (!draft?.sent) return true;
    if (draft.accepted) {
      if (!canTakeBack(draft)) return false;
      const answer = await leave(id);
      if (answer === 'back') await backToDraft(owner, id);
      if (answer === 'late') lookNow(id);
      if (answer !== 'silence') return answer === 'back';
      onSilence();
    } else if (await keepBack(owner, draft)) return true;
    await earlyPause(ms);
  }
  return false;
}

/** Tells the server that a row is not to be sent. */
async function leave(id: string): Promise<'back' | 'late' | 'silence'> {
  try {
    const body = { decision: 'leave', taken_back: true };
    const { state, may_exist } = await callApi(resolvePath(id), { method: 'POST', body, answer: submissionSchema });
    return state === 'dismissed' && !may_exist ? 'back' : 'late';
  } catch (error) {
    return error instanceof NoAnswer ? 'silence' : 'late';
  }
}
