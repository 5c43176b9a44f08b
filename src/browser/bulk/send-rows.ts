import type { DealForm } from '../../contract/deal-form.ts';
import { resolvePath } from '../../contract/paths.ts';
import { submissionSchema } from '../../contract/submission.ts';
import { callApi } from '../api/client.ts';
import { backToDraft } from '../deal-form/back-to-draft.ts';
import { changeDrafts, type Draft, type DraftOwner } from '../deal-form/draft-store.ts';
import { enteredWords } from '../deal-form/entry-words.ts';
import { holdDraft } from '../deal-form/hold-draft.ts';
import { sendWaiting } from '../deal-form/outbox.ts';
import { seenTitles } from '../deal-form/seen-titles.ts';
import { sendHoldOf } from '../deal-form/send-hold.ts';
import { keepBack, lookNow } from '../deal-form/send-left-behind.ts';
import { changeBatch } from './batch-store.ts';
import type { JudgedRow } from './judge-row.ts';

/** A row that can be sent. */
export interface ReadyRow {
  draft: Draft;
  judged: JudgedRow & { values: Record<string, unknown> };
}

/**
 * Sends rows: all of them are kept as sent, in one step, before the first byte leaves, so that a crash resumes the same submissions.
 * Those that stand in the form of another tab, or were changed since they were judged, stay.
 * @returns how many are sent. @throws when the browser keeps nothing
 */
export async function sendRows(owner: DraftOwner, rows: readonly ReadyRow[], form: DealForm, locale: string): Promise<number> {
  const holds = await Promise.all(rows.map(async (row) => ({ row, release: await holdDraft(row.draft.id) })));
  const byId = new Map(holds.flatMap(({ row, release }) => (release ? [[row.draft.id, row] as const] : [])));
  const [hold, saved_at] = [sendHoldOf(owner, 'several'), new Date().toISOString()];
  try {
    const count = await changeDrafts(owner, [...byId.keys()], (now) => {
      const row = byId.get(now.id);
      if (!row || now.sent !== null || now.saved_at !== row.draft.saved_at) return null;
      const { entries, values } = row.judged;
      const seen = seenTitles(form.fields, values);
      const { schema_version } = form;
      return {
        ...{ ...now, entries, words: enteredWords(form, entries), schema_version, locale, saved_at, is_left: true },
        sent: { values, schema_version, seen, ...(hold > 0 && { hold_seconds: hold }) },
        ...(!navigator.onLine && { is_untried: true }),
      };
    });
    // What was understood is what they go on showing.
    await changeBatch(owner, (batch) => ({
      ...batch,
      rows: batch.rows.map((row) => ({ ...row, words: byId.get(row.id)?.judged.words ?? row.words })),
    }));
    return count;
  } finally {
    for (const { release } of holds) release?.();
    void sendWaiting(owner);
  }
}

/** Whether a sent row can still be taken back: no request of it has left this browser, or the server holds it for that. */
export const canTakeBack = ({ sent, accepted, is_untried }: Draft): boolean =>
  sent !== null && (accepted ? accepted.waiting?.why === 'held' : is_untried === true);

/** Makes a sent row a draft again, where it is not too late. */
export async function takeRowBack(owner: DraftOwner, draft: Draft): Promise<void> {
  if (!draft.accepted) {
    await keepBack(owner, draft);
    return;
  }
  try {
    const body = { decision: 'leave', taken_back: true };
    const { state, may_exist } = await callApi(resolvePath(draft.id), { method: 'POST', body, answer: submissionSchema });
    if (state === 'dismissed' && !may_exist) await backToDraft(owner, draft.id);
  } catch {
    // It has left by now, or nobody knows: how it stands tells.
    lookNow(draft.id);
  }
}
