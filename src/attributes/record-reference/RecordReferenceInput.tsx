import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { Suggestion } from '../../contract/lookup.ts';
import type { PickerItem } from '../../ui/picker-item.ts';
import { withWords } from '../../words/later-words.ts';
import { t } from '../../words/t.ts';
import { AttributePicker, withPicked } from '../AttributePicker.tsx';
import type { AttributeInputProps, InputContext } from '../attribute-input.tsx';
import { type Picked, type PickedEntry, takenIds } from '../picked-entry.ts';
import { holdKeys } from './hold-keys.ts';
import { makeableObjects, type NewRecord, objectMeant } from './new-record.ts';

const loadPasted = () => import('./pasted-records.ts');
const loadPanel = withWords(() => import('./NewRecordPanel.tsx'));
const NewRecordPanel = lazy(() => loadPanel().then((loaded) => ({ default: loaded.NewRecordPanel })));

/** While nothing is held back, nothing was typed. */
const nothingTyped = (): string => '';

/** The entries of a list that make something instead of picking it. */
const createId = (object: NewRecord['object']): string => `create ${object}`;

/** People, a company, or any other record: found in Attio as the rep types, or entered anew. */
export function RecordReferenceInput(props: AttributeInputProps<PickedEntry>) {
  const { id, field, context, entry, locked, onEntry } = props;
  const [isOpen, setOpen] = useState(false);
  const [isResolving, setResolving] = useState(false);
  const { suggestions, status, isKnown } = context.useSuggestions(field, entry.text, isOpen, context);
  const taken = takenIds(field, entry);
  const offered = suggestions.filter((one) => !taken.has(one.id));
  const hasRelated = offered.some(({ related }) => related);
  const items: PickerItem[] = offered.map((one) => ({
    ...item(one, entry.text, hasRelated, context),
    ...(isKnown && { group: t('offline.known') }),
  }));
  const objects = makeableObjects(field);
  const typed = entry.text.trim();
  if (objects.length > 0 && !context.onlyExisting && typed !== '' && (status === 'ready' || isKnown)) {
    // Alone it needs no heading, and covers as little as it can of what stands beneath.
    const group = items.length > 0 ? t('picker.notThere') : undefined;
    for (const object of objects) {
      const name = objects.length > 1 ? t(`picker.createOf.${object}`, { text: typed }) : t('picker.create', { text: typed });
      items.push({ id: createId(object), name, group, isAction: true });
    }
  }

  // What is read while the look-up was under way must not undo what was entered meanwhile.
  const latest = useRef(entry);
  latest.current = entry;
  const add = (picked: Picked[], text: string) => {
    onEntry({
      picked: picked.reduce((all, one) => withPicked(field.multi, all, one), latest.current.picked),
      text,
    });
    const input = document.getElementById(id);
    if (input instanceof HTMLInputElement) input.value = text;
  };

  const resolve = async (text: string, object: NewRecord['object']) => {
    const { pastedRecords, unpasted } = await loadPasted();
    const pasted = pastedRecords(text, object);
    if (pasted.length === 0 || (pasted.length > 1 && !field.multi)) return;
    const found = await context.findRecords(
      field,
      pasted.map(({ unique }) => unique),
    );
    const chips = pasted.flatMap(({ unique }) => {
      const one = found.get(unique);
      return one ? pickedOf(one) : [];
    });
    // Whoever has typed on meanwhile knows better.
    if (latest.current.text === text) add(chips, unpasted(pasted, found));
  };
  /** An address or a domain is looked up as it is pasted; whatever else it is, it stands there as text. */
  const onPasteText = (pasted: string): boolean => {
    const text = pasted.trim();
    const object = objectMeant(field, text);
    if (!object || entry.text !== '' || !/[^\s.@][@.][^\s.@]/.test(text)) return false;
    setResolving(true);
    add([], text);
    void resolve(text, object)
      .catch(() => undefined)
      .finally(() => setResolving(false));
    return true;
  };

  /** Takes what was typed between choosing to create and the panel that it was typed for. */
  const held = useRef(nothingTyped);
  const takeTyped = useCallback(() => {
    const typed = held.current();
    held.current = nothingTyped;
    return typed;
  }, []);
  useEffect(() => () => void held.current(), []);
  const create = async (input: HTMLElement | null, object: NewRecord['object']) => {
    if (input instanceof HTMLInputElement) {
      // The text stays in the input: cancelling leaves it as it was.
      input.value = entry.text;
      held.current = holdKeys(input);
    }
    try {
      const [{ makingFrom }] = await Promise.all([loadPasted(), loadPanel()]);
      onEntry({ ...latest.current, making: { object, ...makingFrom(entry.text, object) } });
    } catch {
      const typed = takeTyped();
      if (typed !== '') add([], entry.text + typed);
    }
  };

  const back = () => document.getElementById(id)?.focus();
  const object = entry.making?.object ?? objects[0];
  const panel = object && entry.making && !locked && (
    <Suspense>
      <NewRecordPanel
        id={id}
        object={object}
        making={entry.making}
        lacking={context.unmakeable.find((one) => one.object === object)?.required ?? null}
        picked={field.multi ? entry.picked : []}
        onMaking={(making) => onEntry({ ...entry, making })}
        text={entry.text}
        takeTyped={takeTyped}
        onAdd={(chip, rest) => {
          const { making: _, ...kept } = entry;
          latest.current = kept;
          add([chip], rest);
          back();
        }}
        onCancel={() => {
          const { making: _, ...kept } = entry;
          onEntry(kept);
          back();
        }}
      />
    </Suspense>
  );

  return (
    <AttributePicker
      {...props}
      items={items}
      status={isResolving ? 'loading' : status}
      placeholder={placeholderOf(field.config.target_objects)}
      avatarOf={(one) => shapeOf(one.object)}
      onOpenChange={setOpen}
      onChoose={(chosen) => {
        const object = objects.find((one) => createId(one) === chosen.id);
        if (!object) return false;
        void create(document.getElementById(id), object);
        return true;
      }}
      onPasteText={onPasteText}
      panel={panel}
    />
  );
}

const shapeOf = (object: string | undefined) => (object === 'people' ? 'round' : 'square');

const pickedOf = ({ id, name, object, details }: Suggestion): Picked => ({ id, name, object, details });

function item(one: Suggestion, text: string, hasRelated: boolean, context: InputContext): PickerItem & { object: string } {
  const rest = text.trim() === '' ? t('picker.recent') : t('picker.elsewhere');
  const elsewhere = hasRelated || text.trim() === '' ? rest : undefined;
  const group = one.related && context.company ? t('picker.at', { company: context.company.name }) : elsewhere;
  return { id: one.id, name: one.name, object: one.object, details: one.details, avatar: shapeOf(one.object), group };
}

function placeholderOf(targets: readonly string[] | null): string {
  if (targets?.length !== 1) return t('picker.records');
  if (targets[0] === 'people') return t('picker.people');
  return targets[0] === 'companies' ? t('picker.companies') : t('picker.records');
}
