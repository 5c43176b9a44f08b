import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { entriesByType } from '../../attributes/entries-by-type.ts';
import { filledEntry } from '../../attributes/filled-entry.ts';
import { inputOf } from '../../attributes/inputs-by-type.tsx';
import { isPicked, type Picked } from '../../attributes/picked-entry.ts';
import { ruleFaults } from '../../attributes/settings/rule-faults.ts';
import { isStageField } from '../../attributes/stage-rules.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { type Rule, type RuleEffect, ruleEffects } from '../../contract/workspace-settings.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldFrame } from '../../ui/FieldFrame.tsx';
import { Radio } from '../../ui/Radio.tsx';
import { Select } from '../../ui/Select.tsx';
import { fieldErrorMessage } from '../../words/field-error-message.ts';
import { t } from '../../words/t.ts';
import { findRecords, useSuggestions } from '../api/use-suggestions.tsx';

interface RuleFormProps {
  title: string;
  /** The rule that is changed; null for a new one. */
  rule: Rule | null;
  form: DealForm;
  locale: string;
  /** With what it fills in, where that was picked: its names are not known elsewhere yet. */
  onDone: (rule: Rule, picked: readonly Picked[]) => void;
  onCancel: () => void;
}

type Part = 'stages' | 'attribute' | 'effect' | 'value';
type PartErrors = Partial<Record<Part, string>>;

/** One rule, put together: when, which field, what happens, and with what it is filled. */
export function RuleForm({ title, rule, form, locale, onDone, onCancel }: RuleFormProps) {
  const id = useId();
  const ofPart = (part: Part | 'every') => `${id}${part}`;
  const { members, me } = form;
  const stages = form.fields.find(isStageField)?.statuses ?? [];
  const fields = form.fields.filter((field) => !isStageField(field));
  const [chosen, setChosen] = useState<readonly string[] | null>(rule?.stages ?? null);
  const [attribute, setAttribute] = useState(rule?.attribute ?? '');
  const [effect, setEffect] = useState<RuleEffect>(rule?.effect ?? 'require');
  const field = fields.find(({ slug }) => slug === attribute);
  const entryFor = (of: Field | undefined, value?: unknown): unknown =>
    of && (filledEntry(of, value, members) ?? entriesByType[of.type].blank(of));
  const [entry, setEntry] = useState<unknown>(() => entryFor(field, rule?.value));
  const [errors, setErrors] = useState<PartErrors>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  function judged(): { rule: Rule } | { errors: PartErrors } {
    if (chosen?.length === 0) return { errors: { stages: t('settings.form.noStage') } };
    if (!field) return { errors: { attribute: t('settings.form.noAttribute') } };
    const made: Rule = { stages: chosen && [...chosen], attribute, effect };
    if (effect === 'default') {
      const reading = entriesByType[field.type].read(entry as never, field, { locale, members });
      if (!reading.ok) {
        return { errors: { value: fieldErrorMessage(reading.code, { title: field.title, detail: reading.detail }) } };
      }
      if (reading.value !== undefined) made.value = reading.value;
    }
    const [fault] = ruleFaults(made, form);
    return fault ? { errors: { [String(fault.path[0])]: fault.message } } : { rule: made };
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const result = judged();
    if ('rule' in result) return onDone(result.rule, isPicked(entry) ? entry.picked : []);
    setErrors(result.errors);
    const [part] = Object.keys(result.errors) as Part[];
    document.getElementById(ofPart(part === 'stages' ? 'every' : (part ?? 'attribute')))?.focus();
  };

  const toggle = (stage: string) =>
    setChosen((now) => (now?.includes(stage) ? now.filter((one) => one !== stage) : [...(now ?? []), stage]));
  const Input = field && inputOf(field.type);

  return (
    <form
      noValidate
      aria-labelledby={`${id}title`}
      className="grid gap-4 rounded-control border border-line p-3.5"
      onSubmit={submit}
    >
      <h3 id={`${id}title`} ref={heading} tabIndex={-1} className="font-[620]">
        {title}
      </h3>
      <fieldset className="grid gap-0.5" aria-describedby={errors.stages && `${id}stages-error`}>
        <legend className="mb-1 text-small font-[550]">{t('settings.form.when')}</legend>
        <Radio id={ofPart('every')} name={`${id}when`} checked={chosen === null} onChange={() => setChosen(null)}>
          {t('settings.form.everyStage')}
        </Radio>
        <Radio name={`${id}when`} checked={chosen !== null} onChange={() => setChosen([])}>
          {t('settings.form.someStages')}
        </Radio>
        {chosen !== null && (
          <div className="grid gap-x-4 ps-7 min-[400px]:grid-cols-2">
            {stages.map((stage) => (
              <label key={stage.id} className="flex min-h-8 items-center gap-2.5 pointer-coarse:min-h-11" dir="auto">
                <input
                  type="checkbox"
                  className="size-[18px]"
                  checked={chosen.includes(stage.id)}
                  onChange={() => toggle(stage.id)}
                />
                {stage.title}
              </label>
            ))}
          </div>
        )}
        {errors.stages && (
          <p id={`${id}stages-error`} role="alert" className="mt-1 text-small text-danger">
            {errors.stages}
          </p>
        )}
      </fieldset>
      <FieldFrame id={ofPart('attribute')} label={t('settings.form.attribute')} error={errors.attribute}>
        {(ties) => (
          <Select
            {...ties}
            value={field ? attribute : ''}
            onChange={({ target }) => {
              setAttribute(target.value);
              setEntry(entryFor(fields.find(({ slug }) => slug === target.value)));
            }}
          >
            <option value="">{t('settings.form.chooseAttribute')}</option>
            {fields.map((one) => (
              <option key={one.slug} value={one.slug}>
                {one.title}
              </option>
            ))}
          </Select>
        )}
      </FieldFrame>
      <FieldFrame id={ofPart('effect')} label={t('settings.form.effect')} error={errors.effect}>
        {(ties) => (
          <Select {...ties} value={effect} onChange={({ target }) => setEffect(target.value as RuleEffect)}>
            {ruleEffects.map((one) => (
              <option key={one} value={one}>
                {t(`settings.form.effects.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </FieldFrame>
      {effect === 'default' && field && Input && (
        <Input
          key={field.slug}
          id={ofPart('value')}
          field={{ ...field, title: t('settings.form.fillWith', { title: field.title }), description: null, required: true }}
          entry={entry as never}
          error={errors.value}
          locked={false}
          autoFocus={false}
          isRedrawn={false}
          context={{ locale, members, me, company: null, unmakeable: [], onlyExisting: true, findRecords, useSuggestions }}
          onEntry={setEntry}
          onBlur={() => {}}
        />
      )}
      <div className="flex flex-wrap gap-x-3 gap-y-2">
        <Button weight="secondary" type="submit">
          {t('settings.form.done')}
        </Button>
        <Button weight="quiet" onClick={onCancel}>
          {t('settings.form.cancel')}
        </Button>
      </div>
    </form>
  );
}
