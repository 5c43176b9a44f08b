import type { Choice } from '../contract/deal-form.ts';
import { Select } from '../ui/Select.tsx';
import { t } from '../words/t.ts';
import { titleInside } from '../words/title-inside.ts';
import { AttributeFrame } from './AttributeFrame.tsx';
import type { AttributeInputProps } from './attribute-input.tsx';

/** One of the workspace's own choices, in its order and with its exact titles. */
export function ChoiceSelect(props: AttributeInputProps<string> & { choices: readonly Choice[] }) {
  const { id, field, entry, error, locked, autoFocus, choices, onEntry, onBlur } = props;
  const isOffered = entry === '' || choices.some((choice) => choice.id === entry);
  return (
    <AttributeFrame id={id} field={field} error={error}>
      {(ties) => (
        <Select
          {...ties}
          name={field.slug}
          autoFocus={autoFocus}
          disabled={locked}
          defaultValue={isOffered ? entry : ''}
          onChange={(event) => onEntry(event.target.value)}
          onBlur={onBlur}
        >
          <option value="">{field.required ? t('choose', { title: titleInside(field.title) }) : t('chooseNothing')}</option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.title}
            </option>
          ))}
        </Select>
      )}
    </AttributeFrame>
  );
}
