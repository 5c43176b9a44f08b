import { type RefObject, useState } from 'react';
import type { DealForm } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import { loadChanged, loadNames } from '../later.tsx';
import { carriedEntries } from './carried-entries.ts';
import type { Draft, Entries } from './draft-store.ts';
import { type EntryWords, enteredWords, goneWords } from './entry-words.ts';
import { fittingEntries } from './starting-entries.ts';
import { useCurrentForm } from './use-current-form.tsx';

interface Place {
  /** BCP 47. */
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
  /** Of the draft in the form: what is called otherwise by now. */
  const [renamed, setRenamed] = useState<readonly FieldError[]>([]);
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

  return {
    ...current,
    gone: Object.values(gone),
    renamed,
    goOn() {
      setRenamed([]);
      current.goOn();
    },
    /** All that was entered, in words, also where no field takes it. */
    words: () => ({ ...gone, ...enteredWords(form, entries.current) }),
    forgetGone: () => setGone({}),
    /** What a draft has that this form does not show: entries whose fields are gone, and that it was begun in another. */
    showWords({ words = {}, schema_version = form.schema_version, locale: before = locale }: Draft, fitting: Entries) {
      setGone(goneWords(words, form, fitting));
      const isOtherForm = schema_version !== form.schema_version;
      if (isOtherForm) current.tellChanged();
      if (!isOtherForm && before === locale) return;
      // Where it cannot be fetched, the general word about it stands.
      loadChanged().then(
        ({ changedInDraft, readOtherwise }) => {
          const renamed = isOtherForm ? changedInDraft(form, words, fitting) : [];
          setRenamed([...renamed, ...readOtherwise(form, fitting, { before, now: locale })]);
        },
        () => undefined,
      );
    },
  };
}
