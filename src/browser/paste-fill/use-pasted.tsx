import { type ReactNode, type RefObject, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { DraftOwner, Entries } from '../deal-form/draft-store.ts';
import { isBlank } from '../deal-form/entry-words.ts';
import { inputId } from '../deal-form/FieldControl.tsx';
import { isSameEntry, startingEntries } from '../deal-form/starting-entries.ts';
import { loadJudgeFilled, loadPasteFill, PastedMark } from '../later.tsx';
import type { HeldByPins } from '../pins/use-pins.tsx';
import { holding, type Pasted, withPaste } from './pasted.ts';

/** Whether a text may be a whole deal: several cells, lines or pieces. Only a look: reading it comes later. */
export const mayBeDeal = (text: string): boolean =>
  /\S\t+\S/.test(text) || /\s[/|–-]\s.*\s[/|–-]\s|[,;].*[,;]/.test(text) || text.trim().split(/\r?\n/).length > 2;

interface Place {
  owner: DraftOwner;
  /** BCP 47, by which the form is read. */
  locale: string;
  /** What stands in the form now. */
  entries: RefObject<Entries>;
  /** What it started with in the place of its own, because it is pinned. */
  pinned: RefObject<HeldByPins>;
  /** Puts entries into the form that stands, and tells what is wrong with them. */
  onGive: (entries: Entries, errors: readonly FieldError[]) => void;
}

/**
 * Fills the form from a pasted text: only fields that are empty or stand as the workspace has them, each of which can be put back. A
 * text that is pasted into an untouched form, or where no input has the focus, is taken at once.
 */
export function usePasted(form: DealForm, { owner, locale, entries, pinned, onGive }: Place) {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  /** The same, for the draft that is kept before the page is drawn anew. */
  const standing = useRef<Pasted | null>(null);
  const put = useCallback((next: Pasted | null) => {
    standing.current = next;
    setPasted(next);
  }, []);
  const latest = useRef({ form, locale, onGive });
  latest.current = { form, locale, onGive };
  const [{ take }] = useState(() => {
    /** @returns how many fields were filled in */
    const take = async (text: string, least = 1): Promise<number> => {
      const { form: now, locale: by } = latest.current;
      const [{ readPasted }, { judgeFilled }] = await Promise.all([loadPasteFill(), loadJudgeFilled()]);
      const { filled, rest, more } = await readPasted(text, now, by);
      const starting = { ...startingEntries(now), ...pinned.current.entries };
      const before = entries.current;
      // A default may be filled over; what the rep has pinned is theirs.
      const isFree = ({ field: { slug }, field }: { field: Field }) =>
        isBlank(field, before[slug]) || (isSameEntry(before[slug], starting[slug]) && !pinned.current.slugs.includes(slug));
      const free = filled.filter(isFree);
      if (free.length < least) return 0;
      const given = Object.fromEntries(free.map(({ field: { slug }, entry }) => [slug, entry]));
      const next = { ...before, ...given };
      // What an earlier paste left unread is told again with it.
      const slugs = Object.keys({ ...standing.current?.marks, ...given });
      const { unread, errors } = await judgeFilled(now, next, slugs, by);
      const marks = Object.entries(given).map(
        ([slug, entry]) => [slug, { entry, before: before[slug], ...(unread[slug] && { unread: unread[slug] }) }] as const,
      );
      const kept = filled.filter((one) => !isFree(one) && !isSameEntry(before[one.field.slug], one.entry));
      // Something was typed meanwhile: what is free is another question now.
      if (!isSameEntry(entries.current, before)) return take(text, least);
      put(
        withPaste(standing.current, {
          marks: Object.fromEntries(marks),
          kept: kept.map(({ field: { title }, text: said }) => ({ title, text: said })),
          ...{ rest, more, ...(more.length > 0 && { source: text }) },
        }),
      );
      latest.current.onGive(next, errors);
      return free.length;
    };
    return { take };
  });

  /** Puts back what stood in these fields before. */
  const putBack = (slugs: readonly string[]) => {
    if (!pasted) return;
    const before = Object.fromEntries(slugs.flatMap((slug) => (pasted.marks[slug] ? [[slug, pasted.marks[slug].before]] : [])));
    const marks = Object.fromEntries(Object.entries(pasted.marks).filter(([slug]) => !slugs.includes(slug)));
    put(Object.keys(marks).length > 0 ? { ...pasted, marks } : null);
    onGive({ ...entries.current, ...before }, []);
  };

  /** A field that the rep has changed is theirs. */
  const note = useCallback((next: Entries) => standing.current && put(holding(standing.current, next)), [put]);

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const { target } = event;
      const input = target instanceof HTMLInputElement && /^field-(associated_company|name)$/.test(target.id) ? target : null;
      const isNowhere = target instanceof HTMLElement && !target.closest('input, textarea, select, dialog, [contenteditable]');
      const isUntouched = isSameEntry(entries.current, { ...startingEntries(latest.current.form), ...pinned.current.entries });
      if (!mayBeDeal(text) || (!isNowhere && !(input && isUntouched))) return;
      event.preventDefault();
      event.stopPropagation();
      take(text, 2)
        .catch(() => 0)
        .then((count) => {
          if (count > 0 || !input) return;
          // It was a name after all.
          input.setRangeText(text.trim(), input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
          input.dispatchEvent(new Event('input', { bubbles: true }));
        })
        .catch(() => undefined);
    };
    window.addEventListener('paste', onPaste, { capture: true });
    return () => window.removeEventListener('paste', onPaste, { capture: true });
  }, [take, entries, pinned]);

  const marked = form.fields.filter(({ slug }) => pasted && Object.hasOwn(pasted.marks, slug));
  const unread = marked.flatMap((field) => {
    const found = pasted?.marks[field.slug]?.unread;
    return found ? [{ title: field.title, ...found }] : [];
  });
  return {
    take,
    note,
    standing,
    /** Goes on with what a draft has of a paste, as far as its fields still stand as they were filled in; with none, forgets it. */
    restore: (kept: Pasted | undefined) => put(kept ? holding(kept, entries.current) : null),
    notice: pasted && {
      ...{ pasted, unread },
      filled: marked.filter(({ slug }) => !pasted.marks[slug]?.unread).map(({ title }) => title),
      onPutBack: () => putBack(marked.map(({ slug }) => slug)),
      owner,
    },
    /** Says of a field that it was filled in, and puts it back. */
    markOf: (field: Field): ReactNode =>
      marked.includes(field) && (
        <Suspense>
          <PastedMark labelId={`${inputId(field.slug)}-label`} onPutBack={() => putBack([field.slug])} />
        </Suspense>
      ),
  };
}
