import { useId, useState } from 'react';
import { isStageField, ruledFields } from '../../attributes/stage-rules.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import type { Rule } from '../../contract/workspace-settings.ts';
import { FieldFrame } from '../../ui/FieldFrame.tsx';
import { Select } from '../../ui/Select.tsx';
import { inRow, t } from '../../words/t.ts';
import { fillingWords } from './rule-sentence.ts';

interface RulePreviewProps {
  form: DealForm;
  rules: readonly Rule[];
  locale: string;
}

/** What the form would show at a stage under these rules. */
export function RulePreview({ form, rules, locale }: RulePreviewProps) {
  const id = useId();
  const stages = form.fields.find(isStageField)?.statuses ?? [];
  const [chosen, setChosen] = useState(stages[0]?.id ?? '');
  const ruled = ruledFields(form.fields, rules, chosen);

  function standing(field: Field): string {
    if (ruled.hidden.has(field.slug)) return t('settings.preview.hidden');
    const needed = ruled.required.has(field.slug)
      ? t('settings.preview.requiredByRule')
      : field.required
        ? t('settings.preview.required')
        : t('settings.preview.optional');
    const isOpenByRule = ruled.open.has(field.slug) && !field.standard && !field.required && !ruled.required.has(field.slug);
    const isFolded = !ruled.open.has(field.slug) && !field.standard && !field.required;
    const filling = ruled.fillings.has(field.slug)
      ? t('settings.preview.filled', { value: fillingWords(field, ruled.fillings.get(field.slug), form, locale) })
      : null;
    const parts = [needed, isOpenByRule && t('settings.preview.shown'), isFolded && t('settings.preview.folded'), filling];
    return inRow(parts.filter((part) => typeof part === 'string'));
  }

  return (
    <div className="grid gap-3 rounded-control bg-sunken p-3.5">
      <div>
        <h3 className="font-[620]">{t('settings.preview.title')}</h3>
        <p className="text-small text-muted">{t('settings.preview.text')}</p>
      </div>
      <FieldFrame id={id} label={t('settings.preview.stage')}>
        {(ties) => (
          <Select {...ties} aria-required={false} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{t('settings.preview.noStage')}</option>
            {stages.map((stage) => (
              <option key={stage.id} value={stage.id}>
                {stage.title}
              </option>
            ))}
          </Select>
        )}
      </FieldFrame>
      <ul aria-label={t('settings.preview.list')} aria-live="polite" className="grid gap-1">
        {form.fields.map((field) => (
          <li key={field.slug} className="grid grid-cols-2 gap-3 text-small">
            <span className={ruled.hidden.has(field.slug) ? 'text-muted line-through' : 'font-[550]'} dir="auto">
              {field.title}
            </span>
            <span className="text-muted">{standing(field)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
