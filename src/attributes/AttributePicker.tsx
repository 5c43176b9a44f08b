import { Picker } from '../ui/Picker.tsx';
import type { PickerItem } from '../ui/picker-item.ts';
import { en } from '../words/en.ts';
import { AttributeFrame } from './AttributeFrame.tsx';
import type { AttributeInputProps } from './attribute-input.tsx';
import type { Picked, PickedEntry } from './picked-entry.ts';

interface AttributePickerProps extends AttributeInputProps<PickedEntry> {
  items: readonly PickerItem[];
  /** Says how many more fit, when the list does not show them all. */
  more?: string | null;
  status: 'ready' | 'loading' | 'failed';
  placeholder: string;
  avatarOf: (one: Picked) => PickerItem['avatar'];
  onOpenChange?: (isOpen: boolean) => void;
}

/** A picked item as the draft keeps it. */
function pickedOf({ id, name, details }: PickerItem, object: string | undefined): Picked {
  return { id, name, ...(object !== undefined && { object }), ...(details && { details: [...details] }) };
}

/** A picker tied to an attribute: what is picked and what is typed make one entry. */
export function AttributePicker({
  id,
  field,
  error,
  locked,
  autoFocus,
  entry,
  items,
  onEntry,
  onBlur,
  ...rest
}: AttributePickerProps) {
  const pick = (item: PickerItem & { object?: string }) => {
    const others = field.multi ? entry.picked.filter((one) => one.id !== item.id) : [];
    onEntry({ picked: [...others, pickedOf(item, item.object)], text: '' });
  };
  return (
    <AttributeFrame id={id} field={field} error={error}>
      {(ties) => (
        <Picker
          ties={ties}
          name={field.slug}
          picked={entry.picked.map((one) => ({ ...one, avatar: rest.avatarOf(one) }))}
          items={items}
          more={rest.more ?? null}
          status={rest.status}
          multi={field.multi}
          text={entry.text}
          placeholder={rest.placeholder}
          words={en.picker}
          locked={locked}
          autoFocus={autoFocus}
          isRedrawn={rest.isRedrawn}
          {...(rest.onOpenChange && { onOpenChange: rest.onOpenChange })}
          onText={(text) => onEntry({ ...entry, text })}
          onPick={pick}
          onRemove={(removed) => onEntry({ ...entry, picked: entry.picked.filter((one) => one.id !== removed) })}
          onBlur={onBlur}
        />
      )}
    </AttributeFrame>
  );
}
