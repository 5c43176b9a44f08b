import { type KeyboardEvent, type ReactNode, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type FieldErrors, useForm, useWatch } from 'react-hook-form';
import type { InputContext } from '../../attributes/attribute-input.tsx';
import { isStageField, ruledFields, stageIdIn } from '../../attributes/stage-rules.ts';
import { useLater } from '../../attributes/use-later.tsx';
import type { DealForm as DealFormData, Field } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import { Button } from '../../ui/Button.tsx';
import { Key } from '../../ui/Key.tsx';
import { inList, t } from '../../words/t.ts';
import { findRecords, useSuggestions } from '../api/use-suggestions.tsx';
import {
  ChangedFormNotice,
  ErrorSummary,
  LeftOutNotice,
  loadJudge,
  loadNames,
  loadSimilarDeals,
  loadStageWords,
} from '../later.tsx';
import { useEvent } from '../use-event.tsx';
import { useSendKey } from '../use-send-key.tsx';
import { CutOffNotice } from './CutOffNotice.tsx';
import { DealFields } from './DealFields.tsx';
import type { Entries } from './draft-store.ts';
import { drawnFields, enteredButLeftOut, hasFoldedContent } from './drawn-fields.ts';
import type { EntryWords } from './entry-words.ts';
import { currentFocus, type FocusPlace, focusFirst, restoreFocus } from './focus-place.ts';
import { companySlug, nameFor, pickedCompany } from './picked-company.ts';
import { isSameEntry, refilledEntries } from './starting-entries.ts';
import { typedEarly } from './typed-early.ts';

interface DealFormProps {
  dealForm: DealFormData;
  locale: string;
  /** Whether the keyboard has a ⌘. */
  isApple: boolean;
  /** Where the form starts; another set of entries (a draft that was found) takes the place of all that stands in it. */
  entries: Entries;
  locked: boolean;
  /** Whether the folded fields stand open from the start. */
  isUnfolded: boolean;
  /** Told when the rep opens or closes them. */
  onFold: (isOpen: boolean) => void;
  /** Errors that Attio or the server found, to stand at their fields. */
  refused: readonly FieldError[];
  /** Whether it was Attio that refused: then the deal was sent, and not taken. */
  isAttiosRefusal: boolean;
  /** Whether the page is replacing the form by a newer one, or has: then errors of fields that are gone are told there. */
  isChanging: boolean;
  /** What stands beneath a field beside its own words. */
  markOf: (field: Field) => ReactNode;
  /** Stands directly above the button. */
  notice: ReactNode;
  /** Stands beside the button. */
  status: string;
  onEntries: (entries: Entries) => void;
  onSend: (values: Record<string, unknown>) => void;
}

/** How often each field was drawn anew, and where the rep was before. */
interface Redrawn {
  times: Readonly<Record<string, number>>;
  focus: FocusPlace | null;
}

/** The deal form: the workspace's own fields, one button, and every error at its field. */
export function DealForm(props: DealFormProps) {
  const { dealForm, locale, locked, refused, onEntries } = props;
  const { fields, members, me, rules, exchange, unmakeable } = dealForm;
  const stageField = fields.find(isStageField);
  const stageOf = (entries: Entries) => stageIdIn(stageField && entries[stageField.slug]);
  const ruledAt = (entries: Entries) => ruledFields(fields, rules, stageOf(entries));
  // A stage that brings the first field back must not take the focus to it.
  const [autoFocused] = useState(() => ruledAt(props.entries).taken[0]?.slug ?? null);
  const [hasChosen, setChosen] = useState(false);
  const [isUnfolded, setUnfolded] = useState(() => props.isUnfolded || hasFoldedContent(ruledAt(props.entries), props.entries));
  // The server's button waits for its handler: a press that nobody hears would be worse than none.
  const [isLive, setLive] = useState(false);
  const [isTouched, setTouched] = useState(false);
  useEffect(() => setLive(true), []);

  const form = useForm<Entries>({
    defaultValues: props.entries,
    shouldFocusError: false,
    resolver: async (entries) => {
      const { judgeEntries } = await loadJudge();
      const judgement = await judgeEntries(fields, entries, { locale, members, exchange, rules });
      if (judgement.ok) return { values: judgement.values, errors: {} };
      const errors = judgement.errors.map(({ field, code, message }) => [field, { type: code, message }]);
      return { values: {}, errors: Object.fromEntries(errors) };
    },
  });
  const { control, subscribe, setError, clearErrors, getFieldState, getValues, setValue, reset } = form;
  const { errors } = form.formState;

  // What the stage leaves out is told once, and then the deal goes without it.
  const [lost, setLost] = useState<readonly EntryWords[]>([]);
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback({ values, name, isSubmitted }) {
          // What is told of a field before the first send is told of what stood in it; after that it is judged with each key.
          if (name !== undefined && !isSubmitted && getFieldState(name).invalid) clearErrors(name);
          setLost((told) => (told.length === 0 ? told : []));
          onEntries({ ...values });
        },
      }),
    [subscribe, onEntries, clearErrors, getFieldState],
  );

  useEffect(() => {
    const typed = typedEarly(getValues());
    for (const [slug, entry] of Object.entries(typed)) setValue(slug, entry);
  }, [getValues, setValue]);

  // Only inputs whose entry changes are drawn anew: the rep may be typing in another one.
  const [redrawn, setRedrawn] = useState<Redrawn>({ times: {}, focus: null });
  const { entries } = props;
  const shown = useRef(entries);
  const stage = stageIdIn(useWatch({ control, name: stageField?.slug ?? 'stage' }));
  const stageBefore = useRef(stage);
  const emptied = useRef(new Set<string>());
  useEffect(() => {
    if (shown.current === entries) return;
    shown.current = entries;
    const before = getValues();
    const changed = Object.keys(entries).filter((slug) => !isSameEntry(entries[slug], before[slug]));
    reset(entries);
    setRedrawn(({ times }) => ({
      times: { ...times, ...Object.fromEntries(changed.map((slug) => [slug, (times[slug] ?? 0) + 1])) },
      focus: currentFocus(),
    }));
    // A draft holds what stood in it at its stage: nothing is filled in anew.
    stageBefore.current = stageOf(entries);
    emptied.current.clear();
    setUnfolded((isOpen) => isOpen || hasFoldedContent(ruledAt(entries), entries));
  });
  useLayoutEffect(() => restoreFocus(redrawn.focus), [redrawn]);

  const [chosenWords, setChosenWords] = useState('');
  useEffect(() => {
    const before = stageBefore.current;
    if (before === stage) return;
    stageBefore.current = stage;
    setChosen(true);
    const filled = refilledEntries(dealForm, getValues(), { before, after: stage }, emptied.current);
    const slugs = Object.keys(filled);
    for (const slug of slugs) setValue(slug, filled[slug]);
    loadStageWords().then(
      ({ stageChosenWords }) => setChosenWords(stageChosenWords(dealForm, { before, after: stage }, filled)),
      () => setChosenWords(''),
    );
    if (slugs.length === 0) return;
    setRedrawn(({ times }) => ({
      times: { ...times, ...Object.fromEntries(slugs.map((slug) => [slug, (times[slug] ?? 0) + 1])) },
      focus: currentFocus(),
    }));
  }, [stage, dealForm, getValues, setValue]);
  const ruled = ruledFields(fields, rules, stage);
  const { taken } = ruled;

  useEffect(() => {
    if (refused.length === 0) return;
    let isOver = false;
    const tell = (sentence: (error: FieldError) => string) => {
      if (isOver) return;
      for (const error of refused) setError(error.field, { type: error.code, message: sentence(error) });
      focusFirst(fields, new Set(refused.map(({ field }) => field)));
    };
    loadNames().then(
      ({ withName }) => tell((error) => withName(error, fields, getValues())),
      () => tell(({ message }) => message),
    );
    return () => {
      isOver = true;
    };
  }, [refused, fields, setError, getValues]);

  const onInvalid = (found: FieldErrors<Entries>) => focusFirst(fields, new Set(Object.keys(found)));
  // The part that judges comes with the first key; without a connection it may not have come.
  const [isCutOff, setCutOff] = useState(false);
  const isTold = (now: readonly EntryWords[]) => now.length === 0 || isSameEntry(now, lost);
  const send = (values: Record<string, unknown>) => {
    const leftOut = enteredButLeftOut(dealForm, ruledAt(getValues()), getValues());
    setLost(isTold(leftOut) ? [] : leftOut);
    if (isTold(leftOut)) props.onSend(values);
  };
  const submit = () => {
    if (locked) return;
    setCutOff(false);
    form
      .handleSubmit(send, onInvalid)()
      .catch(() => setCutOff(true));
  };
  useSendKey(submit);
  useEvent(isCutOff ? 'online' : null, submit);

  const company = pickedCompany(useWatch({ control, name: companySlug }));
  const context: InputContext = {
    ...{ locale, members, exchange, me, unmakeable, useSuggestions, findRecords },
    // A new one has no people in Attio yet.
    company: company && !company.new ? company : null,
    // Not as the server draws: its month may be another.
    suggestions: isLive && company ? { name: nameFor(company, locale) } : undefined,
  };

  /** Enter in an input sends a complete form; in an incomplete one it goes to what is missing. */
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const { target } = event;
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    const isLines = target instanceof HTMLTextAreaElement && !event.shiftKey;
    if (!isLines && !(target instanceof HTMLInputElement && target.type !== 'checkbox')) return;
    event.preventDefault();
    const goOn = async () => {
      const { firstMissing } = await loadJudge();
      const missing = firstMissing(taken, getValues(), { locale, members, exchange });
      if (missing) focusFirst(fields, new Set([missing.slug]));
      else submit();
    };
    goOn().catch(() => setCutOff(true));
  };

  // Only a warning: where it cannot be fetched, there is none.
  const similar = useLater(loadSimilarDeals, isTouched);
  const asked = { control, fields, context: { locale, members, exchange } };
  const notWritable = inList(dealForm.unsupported.flatMap(({ title, required }) => (required ? [] : title)));
  const wrong = taken.filter(({ slug }) => errors[slug]);
  const undrawn = props.isChanging ? [] : refused.filter(({ field }) => !taken.some(({ slug }) => slug === field));
  return (
    <form
      noValidate
      aria-label={t('newDeal')}
      className="grid gap-4.5"
      onKeyDown={onKeyDown}
      onInput={() => setTouched(true)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <DealFields
        fields={drawnFields(dealForm, ruled, getValues())}
        control={control}
        context={context}
        locked={locked}
        redrawn={redrawn.times}
        isUnfolded={isUnfolded}
        autoFocused={hasChosen ? null : autoFocused}
        onUnfold={setUnfolded}
        onFold={props.onFold}
        markOf={(field) => (
          <>
            {similar && field.slug === 'owner' && !locked && <similar.UsualOwner {...asked} />}
            {props.markOf(field)}
          </>
        )}
      />
      {notWritable !== '' && (
        <p className="text-small text-muted" dir="auto">
          {t('notWritable', { titles: notWritable })}
        </p>
      )}
      <p role="status" className="text-small text-muted empty:hidden">
        {chosenWords}
      </p>
      <Suspense>
        {wrong.length > 0 && !locked && (
          <ErrorSummary
            title={props.isAttiosRefusal ? t('refused.title') : `${t('fixThese', { count: wrong.length })} ${t('notSent')}`}
            lines={wrong.map(({ slug, title }) => ({ slug, title, message: String(errors[slug]?.message ?? '') }))}
            onJump={(slug) => focusFirst(fields, new Set([slug]))}
          />
        )}
        {undrawn.length > 0 && !locked && <ChangedFormNotice errors={undrawn} />}
      </Suspense>
      {similar && !locked && <similar.SimilarDeals {...asked} />}
      {lost.length > 0 && !locked && (
        <Suspense>
          <LeftOutNotice lost={lost} onSend={submit} />
        </Suspense>
      )}
      {isCutOff ? <CutOffNotice onRetry={submit} /> : props.notice}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          weight="primary"
          type="submit"
          disabled={!isLive}
          aria-disabled={locked || undefined}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {t('createDeal')}
          <Key>{props.isApple ? '⌘⏎' : 'Ctrl ⏎'}</Key>
        </Button>
        <span className="text-small text-muted">{props.status}</span>
      </div>
    </form>
  );
}
