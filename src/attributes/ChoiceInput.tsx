import type { AttributeInputProps } from './attribute-input.tsx';
import { ChoiceSelect } from './ChoiceSelect.tsx';
import { choicesOf } from './choice-entry.ts';
import { LocalPicker } from './LocalPicker.tsx';
import type { PickedEntry } from './picked-entry.ts';

/** A status or an option: a few are a select, where a letter or two choose; many, or several at once, are typed for. */
export function ChoiceInput(props: AttributeInputProps<string | PickedEntry>) {
  const { entry, field } = props;
  const choices = choicesOf(field);
  if (typeof entry === 'string') return <ChoiceSelect {...props} entry={entry} choices={choices} />;
  return <LocalPicker {...props} entry={entry} candidates={choices.map(({ id, title }) => ({ id, name: title }))} />;
}
