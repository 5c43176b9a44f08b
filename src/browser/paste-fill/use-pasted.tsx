import { type ReactNode, type RefObject, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import type { Entries } from '../deal-form/draft-store.ts';
import { isBlank } from '../deal-form/entry-words.ts';
import { inputId } from '../deal-form/FieldControl.tsx';
import { isSameEntry, startingEntries } from '../deal-form/starting-entries.ts';
import { loadPasteFill, PastedMark } from '../later.tsx';
import type { HeldByPins } from '../pins/use-pins.tsx';

/** What a paste filled in. */
export interface Pasted {
  /** By slug, what was filled in and what stood there before. */
  marks: Readonly<Record<string, { entry: unknown; before: unknown }>>;
  /** Titles of fields in which something stood already, with what was pasted for them. */
  kept: { title: string; text: string }[];
  /** Pieces that mean nothing here. */
  rest: string[];
  /** Rows that are other deals. */
  more: string[];
}

/** Whether a text may be a whole deal: several cells, lines or pieces. Only a look: reading it comes later. */
export const mayBeDeal = (text: string): boolean =>
  /\S\t+\S/.test(text) || /\s[/|–-]\s.*\s[/|–-]\s|[,;].*[,;]/.test(text) || text.trim().split(/\r?\n/).length > 2;

interface Place {
  locale: string;
  /** What stands in the form now. */
  entries: RefObject<Entries>;
  /** What it started with in the place of its own, because it is pinned. */
  pinned: RefObject<HeldByPins>;
  /** Puts entries into the form that stands. */
  onGive: (entries: Entries) => void;
}

/**
 * Fills the form from a pasted text: only fields that are empty or stand as the workspace has them, each of which can be put back. A text that is pasted into
 * an untouched form, or where no input has the focus, is taken at once.
 */
export function usePasted(form: DealForm, { locale, entries, pinned, onGive }: Place) {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const latest = useRef({ form, onGive });
  latest.current = { form, onGive };
  const [{ take }] = useState(() => ({
    /** @returns how many fields were filled in */
    async take(text: string, least = 1): Promise<number> {
      const { readPasted } = await loadPasteFill();
      const { form: now } = latest.current;
      const { filled, rest, more } = await readPasted(text, now, locale);
      const starting = { ...startingEntries(now), ...pinned.current.entries };
      const standing = entries.current;
      // A default may be filled over; what the rep has pinned is theirs.
      const isFree = (field: Field) =>
        isBlank(field, standing[field.slug]) ||
        (isSameEntry(standing[field.slug], starting[field.slug]) && !pinned.current.slugs.includes(field.slug));
      const free = filled.filter(({ field }) => isFree(field));
      if (free.length < least) return 0;
      const marks = Object.fromEntries(free.map(({ field: { slug }, entry }) => [slug, { entry, before: standing[slug] }]));
      const kept = filled
        .filter(({ field, entry }) => !isFree(field) && !isSameEntry(standing[field.slug], entry))
        .map(({ field: { title }, text: said }) => ({ title, text: said }));
      setPasted({ marks, kept, rest, more });
      latest.current.onGive({ ...standing, ...Object.fromEntries(free.map(({ field: { slug }, entry }) => [slug, entry])) });
      return free.length;
    },
  }));

  /** Puts back what stood in these fields before. */
  const putBack = (slugs: readonly string[]) => {
    if (!pasted) return;
    const before = Object.fromEntries(slugs.flatMap((slug) => (pasted.marks[slug] ? [[slug, pasted.marks[slug].before]] : [])));
    const marks = Object.fromEntries(Object.entries(pasted.marks).filter(([slug]) => !slugs.includes(slug)));
    setPasted(Object.keys(marks).length > 0 ? { ...pasted, marks } : null);
    onGive({ ...entries.current, ...before });
  };

  /** A field that the rep has changed is theirs. */
  const note = useCallback((next: Entries) => {
    setPasted((now) => {
      const kept = Object.entries(now?.marks ?? {}).filter(([slug, { entry }]) => isSameEntry(next[slug], entry));
      return now && kept.length < Object.keys(now.marks).length ? { ...now, marks: Object.fromEntries(kept) } : now;
    });
  }, []);

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
  return {
    take,
    note,
    forget: () => setPasted(null),
    notice: pasted && {
      pasted,
      filled: marked.map(({ title }) => title),
      onPutBack: () => putBack(marked.map(({ slug }) => slug)),
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
