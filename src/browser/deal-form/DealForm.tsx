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
import { useSendKey } from '../use-send-key.tsx';
import { DealFields } from './DealFields.tsx';
import type { Entries } from './draft-store.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { inputId } from './FieldControl.tsx';
import { firstMissing } from './first-missing.ts';
import { type FocusPlace, restoreFocus } from './focus-place.ts';
import { hasFoldedContent } from './folded-fields.ts';

interface DealFormProps {
  dealForm: DealFormData;
  locale: string;
  /** Where every input starts; a new set of entries is a new form (a new `key`). */
  entries: Entries;
  focus: FocusPlace | null;
  locked: boolean;
  /** Errors that Attio or the server found, to stand at their fields. */
  refused: readonly FieldError[];
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
  const [isUnfolded, setUnfolded] = useState(() => hasFoldedContent(fields, props.entries));
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
  const { control, subscribe, setError } = form;
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
    for (const { field, code, message } of refused) setError(field, { type: code, message });
    focusFirst(fields, new Set(refused.map(({ field }) => field)));
  }, [refused, fields, setError]);

  const onInvalid = (found: FieldErrors<Entries>) => focusFirst(fields, new Set(Object.keys(found)));
  const submit = () => {
    if (!locked) void form.handleSubmit((values) => props.onSend(values), onInvalid)();
  };
  useSendKey(submit);

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
        isUnfolded={isUnfolded}
        onUnfold={setUnfolded}
      />
      {wrong.length > 0 && !locked && (
        <ErrorSummary
          lines={wrong.map(({ slug, title }) => ({ slug, title, message: String(errors[slug]?.message ?? '') }))}
          onJump={(slug) => focusFirst(fields, new Set([slug]))}
        />
      )}
      {props.notice}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          weight="primary"
          type="submit"
          disabled={!isLive}
          aria-disabled={locked || undefined}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {en.createDeal}
          <Key>⌘⏎</Key>
        </Button>
        <span className="text-small text-muted">{props.status}</span>
      </div>
    </form>
  );
}
