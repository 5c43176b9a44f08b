import { t } from '../words/t.ts';
import { AttributePicker } from './AttributePicker.tsx';
import type { AttributeInputProps } from './attribute-input.tsx';
import { folded, matchesText } from './matches-text.ts';
import { type Candidate, type PickedEntry, takenIds } from './picked-entry.ts';

/** More rows than this nobody looks through, and drawing them would hold up the next key. */
const mostRows = 50;

interface LocalPickerProps extends AttributeInputProps<PickedEntry> {
  /** Everything that can be picked: the list is short and here already. */
  candidates: readonly Candidate[];
  avatar?: 'round';
  placeholder?: string;
}

/** A picker over a list that the page already has (members, options). */
export function LocalPicker({ candidates, avatar, placeholder = t('picker.options'), ...props }: LocalPickerProps) {
  const { text } = props.entry;
  const taken = takenIds(props.field, props.entry);
  const fitting = candidates.filter(
    ({ id, name, details = [], alsoFoundBy = [] }) => !taken.has(id) && matchesText(text, [...alsoFoundBy, name, ...details]),
  );
  // What is typed in full is meant, whatever begins with it.
  const isMeant = ({ name }: Candidate) => folded(name) === folded(text.trim());
  const items = [...fitting.filter(isMeant), ...fitting.filter((one) => !isMeant(one))];
  return (
    <AttributePicker
      {...props}
      items={items.slice(0, mostRows).map((one) => ({ ...one, avatar }))}
      more={items.length > mostRows ? t('picker.more', { count: items.length - mostRows }) : null}
      status="ready"
      placeholder={placeholder}
      avatarOf={() => avatar}
    />
  );
}
