import type { DealForm } from '../../contract/deal-form.ts';
import type { Suggestion } from '../../contract/lookup.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { askByName, findRecords } from '../api/look-up.ts';
import type { DraftOwner } from '../deal-form/draft-store.ts';
import type { DealTextContext } from '../paste-fill/deal-of-text.ts';
import { type DealInText, dealsInText, readDealInText } from '../paste-fill/deals-of-text.ts';
import { earlyPause } from '../submissions/early-pause.ts';
import { isPassing } from '../submissions/send-until-settled.ts';
import { changeBatch, readBatch } from './batch-store.ts';
import { rowDraft, rowWords } from './row-draft.ts';

/** Characters of the longest text that is read at once. */
export const longestRows = 1_000_000;
/** So many rows stand on the page, settled ones too. */
export const mostRows = 200;
/** So many are read at once: each may ask Attio for what it names. */
const atOnce = 4;
/** How long to wait before rows are read once more that name what nobody could be asked about, in ms. */
const askAgainMs = 5_000;

interface ReadOptions {
  signal: AbortSignal;
  /** Told whether an answer is waited for: rows whose companies cannot be looked for are read when they can be. */
  onWaiting: (isWaiting: boolean) => void;
}

/**
 * Makes rows of the texts that wait to be read, and keeps them as it goes: a reload goes on where this one was. Of several tabs one does,
 * and the next when that is closed.
 * @throws when the browser keeps nothing
 */
export async function readRows(owner: DraftOwner, form: DealForm, locale: string, options: ReadOptions): Promise<void> {
  const { signal } = options;
  const read = () => readAll(owner, form, locale, options);
  if (!('locks' in navigator)) return read();
  await navigator.locks
    .request(`dealslip-reading:${owner.workspace}:${owner.member}`, { signal }, read)
    .catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
}

async function readAll(owner: DraftOwner, form: DealForm, locale: string, { signal, onWaiting }: ReadOptions): Promise<void> {
  const { fields, members, me } = form;
  const lookUps = watchedLookUps(me);
  const context: DealTextContext = { locale, numbers: 'typed', members, me, ...lookUps };
  const parted = { text: '', deals: [] as DealInText[] };
  for (;;) {
    const { reading, rows } = await readBatch(owner);
    const [first] = reading;
    if (!first || signal.aborted) return;
    const { text, read: before } = first;
    if (parted.text !== text) Object.assign(parted, { text, deals: dealsInText(text, fields, context) });
    const left = parted.deals.slice(before);
    const next = left.slice(0, Math.min(atOnce, mostRows - rows.length));
    if (next.length === 0) {
      await changeBatch(owner, (batch) => ({ ...batch, reading: batch.reading.slice(1), cut: batch.cut + left.length }));
      continue;
    }
    const read = await Promise.all(next.map((deal) => readDealInText(deal, fields, context)));
    const isUnanswered = lookUps.hasFailed();
    onWaiting(isUnanswered);
    if (isUnanswered) {
      await earlyPause(askAgainMs);
      continue;
    }
    const drafts = await Promise.all(read.filter(isDeal).map((deal) => rowDraft(deal, form, locale)));
    await changeBatch(
      owner,
      (batch) => ({
        ...batch,
        reading: [{ text, read: before + next.length }, ...batch.reading.slice(1)],
        rows: [...batch.rows, ...drafts.map(({ id, entries, pasted }) => ({ id, words: rowWords(form, entries, pasted) }))],
        rest: [...batch.rest, ...read.filter((deal) => !isDeal(deal)).map(({ rest }) => rest.join(' · '))],
      }),
      { come: drafts },
    );
  }
}

const isDeal = ({ filled }: { filled: readonly unknown[] }): boolean => filled.length > 0;

/** Looks for each address or domain once, since rows name the same ones again and again, and notes what could not be asked. */
function watchedLookUps(me: string): Pick<DealTextContext, 'findRecords' | 'findByName'> & { hasFailed: () => boolean } {
  const known = new Map<string, Promise<Suggestion | undefined>>();
  let isFailed = false;
  const note = (error: unknown): undefined => {
    // What the workspace does not let anybody look for is not there.
    isFailed ||= isPassing(error) || (error instanceof ApiProblem && error.problem.status === 401);
  };
  return {
    async findRecords(field, uniques) {
      const asked = uniques.map(async (unique) => {
        const key = `${field.slug} ${unique}`;
        const answer = known.get(key) ?? findRecords(field, [unique]).then((found) => found.get(unique));
        known.set(key, answer);
        const one = await answer.catch((error: unknown) => {
          known.delete(key);
          return note(error);
        });
        return [unique, one] as const;
      });
      return new Map((await Promise.all(asked)).flatMap(([unique, one]) => (one ? [[unique, one] as const] : [])));
    },
    async findByName(field, name) {
      const asked = await askByName(field, name, me).catch(note);
      if (asked?.isKnown) isFailed = true;
      return asked?.record ?? null;
    },
    /** Whether something could not be asked since this was asked last. */
    hasFailed() {
      const was = isFailed;
      isFailed = false;
      return was;
    },
  };
}
