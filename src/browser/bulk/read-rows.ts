import type { DealForm } from '../../contract/deal-form.ts';
import type { Suggestion } from '../../contract/lookup.ts';
import { findByName, findRecords } from '../api/look-up.ts';
import type { DraftOwner } from '../deal-form/draft-store.ts';
import { holdDraft } from '../deal-form/hold-draft.ts';
import type { DealTextContext } from '../paste-fill/deal-of-text.ts';
import { type DealInText, dealsInText, readDealInText } from '../paste-fill/deals-of-text.ts';
import { changeBatch, readBatch } from './batch-store.ts';
import { rowDraft, rowWords } from './row-draft.ts';

/** Characters of the longest text that is read at once. */
export const longestRows = 200_000;
/** So many rows stand on the page, settled ones too. */
export const mostRows = 200;
/** So many are read at once: each may ask Attio for what it names. */
const atOnce = 4;

/**
 * Makes rows of the text that waits to be read, and keeps them as it goes: a reload goes on where this one was. Of several tabs one does.
 * @throws when the browser keeps nothing
 */
export async function readRows(owner: DraftOwner, form: DealForm, locale: string, signal: AbortSignal): Promise<void> {
  const release = await holdDraft(`reading:${owner.workspace}:${owner.member}`);
  if (!release) return;
  const { fields, members, me } = form;
  const context: DealTextContext = {
    ...{ locale, numbers: 'typed', members, me },
    findRecords: onceEach(),
    findByName: (field, name) => findByName(field, name, me),
  };
  const parted = { text: '', deals: [] as DealInText[] };
  try {
    for (;;) {
      const { reading, rows } = await readBatch(owner);
      const [first] = reading;
      if (!first || signal.aborted) return;
      const { text, read: before } = first;
      if (parted.text !== text) Object.assign(parted, { text, deals: dealsInText(text.slice(0, longestRows), fields, context) });
      const left = parted.deals.slice(before);
      const room = mostRows - rows.length;
      const next = left.slice(0, Math.min(atOnce, room));
      if (next.length === 0) {
        await changeBatch(owner, (batch) => ({ ...batch, reading: batch.reading.slice(1), cut: batch.cut + left.length }));
        continue;
      }
      const read = await Promise.all(next.map((deal) => readDealInText(deal, fields, context)));
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
  } finally {
    release();
  }
}

/** Looks for each address or domain once: rows name the same companies and people again and again. */
function onceEach(): DealTextContext['findRecords'] {
  const known = new Map<string, Promise<Suggestion | undefined>>();
  return async (field, uniques) => {
    const asked = uniques.map(async (unique) => {
      const key = `${field.slug} ${unique}`;
      const answer = known.get(key) ?? findRecords(field, [unique]).then((found) => found.get(unique));
      known.set(key, answer);
      return [unique, await answer] as const;
    });
    return new Map((await Promise.all(asked)).flatMap(([unique, one]) => (one ? [[unique, one] as const] : [])));
  };
}

const isDeal = ({ filled }: { filled: readonly unknown[] }): boolean => filled.length > 0;
