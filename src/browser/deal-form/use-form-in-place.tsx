import { type RefObject, useRef, useState } from 'react';
import type { DealForm } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import { loadChanged, loadMeantElsewhere, loadNames } from '../later.tsx';
import { carriedEntries, entriesNow } from './carried-entries.ts';
import type { Draft, Entries } from './draft-store.ts';
import { type EntryWords, enteredWords, goneWords } from './entry-words.ts';
import { fittingEntries } from './starting-entries.ts';
import { useCurrentForm } from './use-current-form.tsx';

interface Place {
  /** BCP 47, of the page. */
  locale: string;
  /** What stands in the form now. */
  entries: RefObject<Entries>;
  /** Told when a newer form has taken the place of the old one, with what was entered carried over. */
  onTaken: () => void;
  /** Gives errors the names that only the old form knows: an archived choice is not in the new one. */
  onNamed: (named: (errors: readonly FieldError[]) => readonly FieldError[]) => void;
}

/** The workspace's form as it is now, and what was entered into fields that it has no more. */
export function useFormInPlace(first: DealForm, { locale, entries, onTaken, onNamed }: Place) {
  /** By slug. */
  const [gone, setGone] = useState<Record<string, EntryWords>>({});
  /** Of what stands in the form: what is called otherwise by now, or was filled in and cannot be read. */
  const [told, setTold] = useState<readonly FieldError[]>([]);
  /** BCP 47, by which the entries in the form are read: the page's, unless a draft of another could not be brought into it. */
  const typedBy = useRef(locale);
  const current = useCurrentForm(first, (fresh, old) => {
    const before = entries.current;
    void loadNames().then(
      ({ withNames }) => onNamed((errors) => withNames(errors, old.fields, before)),
      () => undefined,
    );
    const words = { ...gone, ...enteredWords(old, before) };
    entries.current = fittingEntries(carriedEntries(before, old, fresh), fresh);
    setGone(goneWords(words, fresh, entries.current));
    onTaken();
  });
  const { form } = current;
  const goOn = () => {
    setTold([]);
    current.goOn();
  };

  return {
    ...current,
    gone: Object.values(gone),
    told,
    /** Has errors told at their fields. */
    tell: (errors: readonly FieldError[]) => errors.length > 0 && setTold(errors),
    typedBy,
    goOn,
    /** All that was entered, in words, also where no field takes it. */
    words: () => ({ ...gone, ...enteredWords(form, entries.current) }),
    /** Another deal comes into the form. */
    begin() {
      goOn();
      setGone({});
      typedBy.current = locale;
    },
    /** A draft as it is typed in the page's language; as it is where the readers cannot be fetched, and then it keeps its locale. */
    async inLocale(draft: Draft): Promise<Draft> {
      if ((draft.locale ?? locale) === locale) return draft;
      return loadMeantElsewhere()
        .then(({ draftInLocale }) => draftInLocale(draft, form, locale))
        .catch(() => draft);
    },
    /** What a draft holds, in this form. What the form does not show is told: entries whose fields are gone, and that it was begun in another. */
    opened({ entries: kept, words = {}, schema_version = form.schema_version, locale: by = locale }: Draft): Entries {
      const fitting = fittingEntries(entriesNow(kept, words, form), form);
      typedBy.current = by;
      setGone(goneWords(words, form, fitting));
      if (schema_version === form.schema_version) return fitting;
      current.tellChanged();
      // Where it cannot be fetched, the general word about it stands.
      loadChanged().then(
        ({ changedInDraft }) => setTold(changedInDraft(form, words, fitting)),
        () => undefined,
      );
      return fitting;
    },
  };
}
