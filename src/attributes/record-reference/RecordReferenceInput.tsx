import { useState } from 'react';
import type { Suggestion } from '../../contract/lookup.ts';
import type { PickerItem } from '../../ui/picker-item.ts';
import { en } from '../../words/en.ts';
import { AttributePicker } from '../AttributePicker.tsx';
import type { AttributeInputProps, InputContext } from '../attribute-input.tsx';
import { type PickedEntry, takenIds } from '../picked-entry.ts';

/** People, a company, or any other record: found in Attio as the rep types. */
export function RecordReferenceInput(props: AttributeInputProps<PickedEntry>) {
  const { field, context, entry } = props;
  const [isOpen, setOpen] = useState(false);
  const { suggestions, status } = context.useSuggestions(field, entry.text, isOpen, context.company?.id ?? null);
  const taken = takenIds(field, entry);
  const offered = suggestions.filter(({ id }) => !taken.has(id));
  const hasRelated = offered.some(({ related }) => related);
  return (
    <AttributePicker
      {...props}
      items={offered.map((one) => item(one, entry.text, hasRelated, context))}
      status={status}
      placeholder={placeholderOf(field.config.target_objects)}
      avatarOf={({ object }) => shapeOf(object)}
      onOpenChange={setOpen}
    />
  );
}

const shapeOf = (object: string | undefined) => (object === 'people' ? 'round' : 'square');

function item(one: Suggestion, text: string, hasRelated: boolean, context: InputContext): PickerItem & { object: string } {
  const rest = text.trim() === '' ? en.picker.recent : en.picker.elsewhere;
  const elsewhere = hasRelated || text.trim() === '' ? rest : undefined;
  const group = one.related && context.company ? en.picker.at(context.company.name) : elsewhere;
  return { id: one.id, name: one.name, object: one.object, details: one.details, avatar: shapeOf(one.object), group };
}

function placeholderOf(targets: readonly string[] | null): string {
  if (targets?.length !== 1) return en.picker.records;
  if (targets[0] === 'people') return en.picker.people;
  return targets[0] === 'companies' ? en.picker.companies : en.picker.records;
}
