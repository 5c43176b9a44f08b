import { fieldValueWords } from '../../attributes/field-values.ts';
import { readFilling } from '../../attributes/settings/rule-faults.ts';
import { isStageField } from '../../attributes/stage-rules.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import type { Rule } from '../../contract/workspace-settings.ts';
import { inList, t } from '../../words/t.ts';

/** A rule as a person says it. */
export function ruleSentence({ stages, attribute, effect, value }: Rule, form: DealForm, locale: string): string {
  const field = form.fields.find(({ slug }) => slug === attribute);
  const open = form.fields.find(isStageField)?.statuses ?? [];
  const titles = stages?.map((id) => open.find((stage) => stage.id === id)?.title ?? t('settings.rules.goneStage'));
  const when = titles ? t('settings.rules.at', { titles: inList(titles) }) : t('settings.rules.everyStage');
  const title = field?.title ?? attribute;
  // Attio takes a checkbox that is not ticked: a rule that needs it asks for the tick.
  if (effect === 'require' && field?.type === 'checkbox')
    return t('settings.rules.sentence', { when, what: t('settings.rules.effects.tick', { title }) });
  return t('settings.rules.sentence', {
    when,
    what: t(`settings.rules.effects.${effect}`, {
      title,
      value: field ? fillingWords(field, value, form, locale) : String(value),
    }),
  });
}

/** What a rule fills in, in words; as it stands, where the attribute does not take it any more. */
export function fillingWords(field: Field, value: unknown, { members }: DealForm, locale: string): string {
  const reading = readFilling(value, field, members);
  const words = reading.ok && fieldValueWords(field, reading.value, { members, locale, recordNames: field.default_names ?? {} });
  return words || (typeof value === 'string' ? value : JSON.stringify(value ?? ''));
}
