import { useState } from 'react';
import type { Suggestion } from '../../contract/lookup.ts';
import { FieldFrame } from '../../ui/FieldFrame.tsx';
import { Picker } from '../../ui/Picker.tsx';
import type { PickerItem } from '../../ui/picker-item.ts';
import { en } from '../../words/en.ts';
import type { AttributeInputProps, InputContext } from '../attribute-input.tsx';
import type { PickedEntry } from '../picked-entry.ts';
import { usePicked } from '../use-picked.tsx';

/** People, a company, or any other record: found in Attio as the rep types. */
export function RecordReferenceInput(props: AttributeInputProps<PickedEntry>) {
  const { id, field, entry, error, locked, autoFocus, context, onEntry, onBlur } = props;
  const [text, setText] = useState(entry.text);
  const [isOpen, setOpen] = useState(false);
  const { picked, pick, remove, type } = usePicked(entry, field.multi, onEntry);
  const { suggestions, status } = context.useSuggestions(field, text, isOpen, context.company?.id ?? null);
  const taken = new Set(picked.map((one) => one.id));
  const offered = suggestions.filter((suggestion) => !taken.has(suggestion.id));
  const hasRelated = offered.some(({ related }) => related);
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
          picked={picked.map((one) => ({ ...one, avatar: shapeOf(one.object) }))}
          items={offered.map((one) => item(one, text, hasRelated, context))}
          status={status}
          multi={field.multi}
          name={field.slug}
          text={text}
          placeholder={placeholderOf(field.config.target_objects)}
          words={en.picker}
          locked={locked}
          autoFocus={autoFocus}
          onOpenChange={setOpen}
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
