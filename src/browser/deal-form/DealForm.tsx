import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { type FieldErrors, useForm, useWatch } from 'react-hook-form';
import type { InputContext } from '../../attributes/attribute-input.tsx';
import type { DealForm as DealFormData, Field } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import { Button } from '../../ui/Button.tsx';
import { Key } from '../../ui/Key.tsx';
import { en } from '../../words/en.ts';
import { useSuggestions } from '../api/use-suggestions.tsx';
import { loadJudge } from '../later.tsx';
import { useEvent } from '../use-event.tsx';
import { useSendKey } from '../use-send-key.tsx';
import { CutOffNotice } from './CutOffNotice.tsx';
import { DealFields } from './DealFields.tsx';
import type { Entries } from './draft-store.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { inputId } from './FieldControl.tsx';
import { firstMissing } from './first-missing.ts';
import { type FocusPlace, restoreFocus } from './focus-place.ts';
import { hasFoldedContent } from './folded-fields.ts';
import { withName } from './with-name.ts';

interface DealFormProps {
  dealForm: DealFormData;
  locale: string;
  /** Whether the keyboard has a ⌘. */
  isApple: boolean;
  /** Where every input starts; a new set of entries is a new form (a new `key`). */
  entries: Entries;
  focus: FocusPlace | null;
  /** Whether the folded fields stood open before the form was drawn anew. */
  isUnfoldedAtFirst: boolean;
  locked: boolean;
  /** Errors that Attio or the server found, to stand at their fields. */
  refused: readonly FieldError[];
  /** Whether it was Attio that refused: then the deal was sent, and not taken. */
  isAttiosRefusal: boolean;
  /** Stands directly above the button. */
  notice: ReactNode;
  /** Stands beside the button. */
  status: string;
  onEntries: (entries: Entries) => void;
  onSend: (values: Record<string, unknown>) => void;
}

const companySlug = 'associated_company';

/** The company picked so far, or null. */
function pickedCompany(entry: unknown): { id: string; name: string } | null {
  if (typeof entry !== 'object' || entry === null || !('picked' in entry) || !Array.isArray(entry.picked)) return null;
  return entry.picked[0] ?? null;
}

/** Opens what is folded around the first of the fields and puts the focus into it. */
function focusFirst(fields: readonly Field[], slugs: ReadonlySet<string>): void {
  const first = fields.find(({ slug }) => slugs.has(slug));
  const input = first && document.getElementById(inputId(first.slug));
  const fold = input?.closest('details');
  if (fold) fold.open = true;
  input?.focus();
}

/** The deal form: the workspace's own fields, one button, and every error at its field. */
export function DealForm(props: DealFormProps) {
  const { dealForm, locale, locked, refused } = props;
  const { fields, members, me } = dealForm;
  const [isUnfolded, setUnfolded] = useState(() => props.isUnfoldedAtFirst || hasFoldedContent(fields, props.entries));
  // The server's button waits for its handler: a press that nobody hears would be worse than none.
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);

  const form = useForm<Entries>({
    defaultValues: props.entries,
    shouldFocusError: false,
    resolver: async (entries) => {
      const { judgeEntries } = await loadJudge();
      const judgement = judgeEntries(fields, entries, { locale, members });
      if (judgement.ok) return { values: judgement.values, errors: {} };
      const errors = judgement.errors.map(({ field, code, message }) => [field, { type: code, message }]);
      return { values: {}, errors: Object.fromEntries(errors) };
    },
  });
  const { control, subscribe, setError, getValues } = form;
  const { errors } = form.formState;

  const { onEntries } = props;
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => onEntries({ ...values }) }),
    [subscribe, onEntries],
  );

  const { focus } = props;
  useLayoutEffect(() => restoreFocus(focus), [focus]);

  useEffect(() => {
    if (refused.length === 0) return;
    for (const error of refused) setError(error.field, { type: error.code, message: withName(error, fields, getValues()) });
    focusFirst(fields, new Set(refused.map(({ field }) => field)));
  }, [refused, fields, setError, getValues]);

  const onInvalid = (found: FieldErrors<Entries>) => focusFirst(fields, new Set(Object.keys(found)));
  // The part that judges comes with the first key; without a connection it may not have come.
  const [isCutOff, setCutOff] = useState(false);
  const submit = () => {
    if (locked) return;
    setCutOff(false);
    form
      .handleSubmit((values) => props.onSend(values), onInvalid)()
      .catch(() => setCutOff(true));
  };
  useSendKey(submit);
  useEvent(isCutOff ? 'online' : null, submit);

  const company = pickedCompany(useWatch({ control, name: companySlug }));
  const context: InputContext = { locale, members, me, company, useSuggestions };

  /** Enter in an input sends a complete form; in an incomplete one it goes to what is missing. */
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const { target } = event;
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (!(target instanceof HTMLInputElement) || target.type === 'checkbox') return;
    event.preventDefault();
    const missing = firstMissing(fields, form.getValues(), { locale, members });
    if (missing) focusFirst(fields, new Set([missing.slug]));
    else submit();
  };

  const wrong = fields.filter(({ slug }) => errors[slug]);
  return (
    <form
      noValidate
      aria-label={en.newDeal}
      className="grid gap-4.5"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <DealFields
        fields={fields}
        control={control}
        context={context}
        locked={locked}
        isFocusElsewhere={props.focus !== null}
        isUnfolded={isUnfolded}
        onUnfold={setUnfolded}
      />
      {wrong.length > 0 && !locked && (
        <ErrorSummary
          title={props.isAttiosRefusal ? en.refused.title : `${en.fixThese(wrong.length)} ${en.notSent}`}
          lines={wrong.map(({ slug, title }) => ({ slug, title, message: String(errors[slug]?.message ?? '') }))}
          onJump={(slug) => focusFirst(fields, new Set([slug]))}
        />
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
          {en.createDeal}
          <Key>{props.isApple ? '⌘⏎' : 'Ctrl ⏎'}</Key>
        </Button>
        <span className="text-small text-muted">{props.status}</span>
      </div>
    </form>
  );
}
