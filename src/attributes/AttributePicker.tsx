import type { ReactNode } from 'react';
import { Picker } from '../ui/Picker.tsx';
import type { PickerItem, PickerWords } from '../ui/picker-item.ts';
import { inList, t } from '../words/t.ts';
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
  /** Does something else than picking, by answering true. */
  onChoose?: (item: PickerItem) => boolean;
  onPasteText?: (text: string) => boolean;
  /** Floats beneath the picker. */
  panel?: ReactNode;
}

/** A picked item as the draft keeps it. */
function pickedOf({ id, name, details }: PickerItem, object: string | undefined): Picked {
  return { id, name, ...(object !== undefined && { object }), ...(details && { details: [...details] }) };
}

/** What a field holds after one more was picked: several, or the new one in the place of the old. */
export const withPicked = (multi: boolean, picked: readonly Picked[], one: Picked): Picked[] => [
  ...(multi ? picked.filter(({ id }) => id !== one.id) : []),
  one,
];

const words: PickerWords = {
  remove: (name) => t('picker.remove', { name }),
  chosen: (names) => t('picker.chosen', { names: inList(names) }),
  searching: () => t('picker.searching'),
  none: (text) => (text === '' ? t('picker.empty') : t('picker.none', { text })),
  failed: () => t('picker.failed'),
  found: (count) => t('picker.found', { count }),
  picked: (name) => t('picker.picked', { name }),
  removed: (name) => t('picker.removed', { name }),
};

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
  panel,
  ...rest
}: AttributePickerProps) {
  const pick = (item: PickerItem & { object?: string }) => {
    if (rest.onChoose?.(item)) return;
    onEntry({ ...entry, picked: withPicked(field.multi, entry.picked, pickedOf(item, item.object)), text: '' });
  };
  return (
    <AttributeFrame id={id} field={field} error={error}>
      {(ties) => (
        <div className="relative">
          <Picker
            ties={ties}
            name={field.slug}
            picked={entry.picked.map((one) => ({
              ...one,
              avatar: rest.avatarOf(one),
              mark: one.new ? t('picker.isNew') : undefined,
            }))}
            items={items}
            more={rest.more ?? null}
            status={rest.status}
            multi={field.multi}
            text={entry.text}
            placeholder={rest.placeholder}
            words={words}
            locked={locked}
            autoFocus={autoFocus}
            isRedrawn={rest.isRedrawn}
            {...(rest.onOpenChange && { onOpenChange: rest.onOpenChange })}
            {...(rest.onPasteText && { onPasteText: rest.onPasteText })}
            onText={(text) => onEntry({ ...entry, text })}
            onPick={pick}
            onRemove={(removed) => onEntry({ ...entry, picked: entry.picked.filter((one) => one.id !== removed) })}
            onBlur={onBlur}
          />
          {panel}
        </div>
      )}
    </AttributeFrame>
  );
}
