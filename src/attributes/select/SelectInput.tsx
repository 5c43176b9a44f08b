import type { AttributeInputProps } from '../attribute-input.tsx';
import { ChoiceSelect } from '../ChoiceSelect.tsx';
import { LocalPicker } from '../LocalPicker.tsx';
import type { PickedEntry } from '../picked-entry.ts';

/** A single option is a select; several are chips. */
export function SelectInput(props: AttributeInputProps<string | PickedEntry>) {
  const { entry, field } = props;
  const options = field.options ?? [];
  if (typeof entry === 'string') return <ChoiceSelect {...props} entry={entry} choices={options} />;
  return <LocalPicker {...props} entry={entry} candidates={options.map(({ id, title }) => ({ id, name: title }))} />;
}
