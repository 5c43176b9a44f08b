import type { DealForm } from '../../contract/deal-form.ts';
import { type Draft, type DraftOwner, readDraft } from '../deal-form/draft-store.ts';
import { enteredWords } from '../deal-form/entry-words.ts';
import { sendWaiting } from '../deal-form/outbox.ts';
import { seenTitles } from '../deal-form/seen-titles.ts';
import { sendHoldOf } from '../deal-form/send-hold.ts';
import { changeBatch } from './batch-store.ts';
import { changeRows } from './change-rows.ts';
import type { JudgedRow } from './judge-row.ts';

/** A row that can be sent. */
export interface ReadyRow {
  draft: Draft;
  judged: JudgedRow & { values: Record<string, unknown> };
}

/** Of so many rows the last is at the server a second after the first: each is held as much longer, so that none leaves before. */
const rowsPerSecond = 10;
const longestHold = 60;

/** For how long rows are held, in seconds, so that all of them can be taken back for as long as the rep wants. */
const holdOf = (owner: DraftOwner, count: number): number => {
  const wanted = sendHoldOf(owner, 'several');
  return wanted === 0 ? 0 : Math.min(wanted + Math.floor(count / rowsPerSecond), longestHold);
};

/**
 * Sends rows: all of them are kept as sent, in one step, before the first byte leaves, so that a crash resumes the same submissions.
 * Those that stand in the form of another tab, or were changed since they were judged, stay.
 * @returns how many stay. @throws when the browser keeps nothing
 */
export async function sendRows(owner: DraftOwner, rows: readonly ReadyRow[], form: DealForm, locale: string): Promise<number> {
  const byId = new Map(rows.map((row) => [row.draft.id, row.judged]));
  const hold = holdOf(owner, rows.length);
  const { schema_version } = form;
  try {
    await changeRows(
      owner,
      rows.map(({ draft }) => draft),
      (now) => {
        const { entries, values } = byId.get(now.id) ?? { entries: now.entries, values: {} };
        const seen = seenTitles(form.fields, values);
        return {
          ...{ ...now, entries, words: enteredWords(form, entries), schema_version, locale, is_left: true },
          sent: { values, schema_version, seen, ...(hold > 0 && { hold_seconds: hold }) },
          ...(!navigator.onLine && { is_untried: true }),
        };
      },
    );
    // What was understood is what they go on showing.
    await changeBatch(owner, (batch) => ({
      ...batch,
      rows: batch.rows.map((row) => ({ ...row, words: byId.get(row.id)?.words ?? row.words })),
    }));
  } finally {
    void sendWaiting(owner);
  }
  // What another tab has sent meanwhile does not stay either.
  const now = await Promise.all(rows.map(({ draft }) => readDraft(owner, draft.id)));
  return now.filter((draft) => draft?.sent === null).length;
}
