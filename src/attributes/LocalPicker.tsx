import { useState } from 'react';
import { FieldFrame } from '../ui/FieldFrame.tsx';
import { Picker } from '../ui/Picker.tsx';
import { en } from '../words/en.ts';
import type { AttributeInputProps } from './attribute-input.tsx';
import { matchesText } from './matches-text.ts';
import type { Picked, PickedEntry } from './picked-entry.ts';
import { usePicked } from './use-picked.tsx';

interface LocalPickerProps extends AttributeInputProps<PickedEntry> {
  /** Everything that can be picked: the list is short and here already. */
  candidates: readonly Picked[];
  avatar?: 'round';
  placeholder?: string;
}

/** A picker over a list that the page already has (members, options). */
export function LocalPicker({ id, field, entry, error, locked, autoFocus, onEntry, onBlur, ...rest }: LocalPickerProps) {
  const [text, setText] = useState(entry.text);
  const { picked, pick, remove, type } = usePicked(entry, field.multi, onEntry);
  const taken = new Set(picked.map((one) => one.id));
  const items = rest.candidates.filter((one) => !taken.has(one.id) && matchesText(text, [one.name, ...(one.details ?? [])]));
  return (
    <FieldFrame
      id={id}
      label={field.title}
      optional={field.required ? undefined : en.optional}
      help={field.description}
      error={error}
    >
      {(ties) => (
        <Picker
          ties={ties}
          picked={picked.map((one) => ({ ...one, avatar: rest.avatar }))}
          items={items.map((one) => ({ ...one, avatar: rest.avatar }))}
          status="ready"
          multi={field.multi}
          name={field.slug}
          text={text}
          placeholder={rest.placeholder ?? en.picker.options}
          words={en.picker}
          locked={locked}
          autoFocus={autoFocus}
          onText={(typed) => {
            setText(typed);
            type(typed);
          }}
          onPick={(picked) => {
            setText('');
            pick(picked);
          }}
          onRemove={remove}
          onBlur={onBlur}
        />
      )}
    </FieldFrame>
  );
}
