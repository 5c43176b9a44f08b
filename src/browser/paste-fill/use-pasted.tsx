import { type ReactNode, type RefObject, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { inOneLine } from '../../attributes/text/one-line.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { DraftOwner, Entries } from '../deal-form/draft-store.ts';
import { isBlank } from '../deal-form/entry-words.ts';
import { inputId } from '../deal-form/FieldControl.tsx';
import { focusFirst } from '../deal-form/focus-place.ts';
import { isSameEntry, startingEntries } from '../deal-form/starting-entries.ts';
import { loadJudgeFilled, loadPasteFill, PastedMark } from '../later.tsx';
import type { HeldByPins } from '../pins/use-pins.tsx';
import { holding, type Pasted, withPaste } from './pasted.ts';

/** Whether a text may be a whole deal: several cells, lines or pieces. Only a look: reading it comes later. */
const mayBeDeal = (text: string): boolean =>
  /[\t\r\n|·•;؛,،]|\s\s|\s[/–—-]\s|\/.*\/|\S\s[<(]\S+@\S+[>)]/.test(text) && !/^\w+:\/\/\S+$/.test(text);

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
  /** What was done last, for whoever cannot see it. */
  const [said, setSaid] = useState('');
  const put = useCallback((next: Pasted | null) => {
    standing.current = next;
    setPasted(next);
    setSaid('');
  }, []);
  const latest = useRef({ form, locale, onGive });
  latest.current = { form, locale, onGive };
  const [{ take }] = useState(() => {
    /**
     * Fills in what a text says.
     * @param slug of the field whose input it was pasted into: there it may be no deal; null for none, absent where it was asked for
     * @returns whether it was taken: it is a deal, and not a text of that input, and what comes of it stands or is told
     */
    const take = async (text: string, slug?: string | null): Promise<boolean> => {
      const { form: now, locale: by } = latest.current;
      const [{ readPasted, isDeal }, { judgeFilled }] = await Promise.all([loadPasteFill(), loadJudgeFilled()]);
      const starting = { ...startingEntries(now), ...pinned.current.entries };
      const before = entries.current;
      // A default may be filled over; what the rep has pinned is theirs.
      const isFree = (field: Field) =>
        isBlank(field, before[field.slug]) ||
        (isSameEntry(before[field.slug], starting[field.slug]) && !pinned.current.slugs.includes(field.slug));
      const read = await readPasted(text, now, by, isFree);
      const { filled, rest, more } = read;
      const isTaken = slug === undefined ? filled.length > 0 : isDeal(read, text, slug);
      if (!isTaken) return false;
      const free = filled.filter(({ field }) => isFree(field));
      const given = Object.fromEntries(free.map(({ field: { slug }, entry }) => [slug, entry]));
      const next = { ...before, ...given };
      // What an earlier paste left unread is told again with it.
      const slugs = Object.keys({ ...standing.current?.marks, ...given });
      const { unread, errors } = await judgeFilled(now, next, slugs, by);
      const marks = Object.entries(given).map(
        ([slug, entry]) => [slug, { entry, before: before[slug], ...(unread[slug] && { unread: unread[slug] }) }] as const,
      );
      const kept = filled.filter((one) => !isFree(one.field) && !isSameEntry(before[one.field.slug], one.entry));
      // Something was typed meanwhile: what is free is another question now.
      if (!isSameEntry(entries.current, before)) return take(text, slug);
      put(
        withPaste(standing.current, {
          marks: Object.fromEntries(marks),
          kept: kept.map(({ field: { title }, text: said }) => ({ title, text: said })),
          ...{ rest, more, ...(more.length > 0 && { source: text }) },
        }),
      );
      latest.current.onGive(next, errors);
      return true;
    };
    return { take };
  });

  /** Puts back what stood in these fields before. */
  const putBack = (slugs: readonly string[]) => {
    if (!pasted) return;
    const before = Object.fromEntries(slugs.flatMap((slug) => (pasted.marks[slug] ? [[slug, pasted.marks[slug].before]] : [])));
    const marks = Object.fromEntries(Object.entries(pasted.marks).filter(([slug]) => !slugs.includes(slug)));
    // The button that was pressed goes: the rep goes on in what it was about.
    focusFirst(form.fields, new Set(slugs));
    put(Object.keys(marks).length > 0 ? { ...pasted, marks } : null);
    onGive({ ...entries.current, ...before }, []);
    const titles = form.fields.flatMap(({ slug, title }) => (Object.hasOwn(before, slug) ? title : []));
    loadPasteFill().then(
      ({ putBackWords }) => setSaid(putBackWords(titles)),
      () => undefined,
    );
  };

  /** A field that the rep has changed is theirs. */
  const note = useCallback((next: Entries) => standing.current && put(holding(standing.current, next)), [put]);

  useEffect(() => {
    let isPassedOn = false;
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain').trim() ?? '';
      const { target } = event;
      const input = target instanceof HTMLInputElement && /^field-(associated_company|name)$/.test(target.id) ? target : null;
      const isNowhere = target instanceof HTMLElement && !target.closest('input, textarea, select, dialog, [contenteditable]');
      const isUntouched = isSameEntry(entries.current, { ...startingEntries(latest.current.form), ...pinned.current.entries });
      if (isPassedOn || !mayBeDeal(text) || (!isNowhere && !(input && isUntouched))) return;
      event.preventDefault();
      event.stopPropagation();
      take(text, input?.id.replace(inputId(''), '') ?? null)
        .catch(() => false)
        .then((isTaken) => {
          if (isTaken || !input) return;
          // It is for this input after all, which may make something of it by itself.
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          isPassedOn = true;
          const isLeft = input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
          isPassedOn = false;
          if (!isLeft) return;
          input.setRangeText(inOneLine(text), input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
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
    notice: {
      said,
      shown: pasted && {
        ...{ pasted, unread, owner },
        filled: marked.filter(({ slug }) => !pasted.marks[slug]?.unread).map(({ title }) => title),
        onPutBack: () => putBack(marked.map(({ slug }) => slug)),
        onMoreTaken() {
          const { source: _, ...left } = { ...pasted, more: [] };
          put(left);
          onGive(entries.current, []);
        },
      },
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
