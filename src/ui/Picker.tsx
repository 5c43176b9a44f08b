import clsx from 'clsx';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ControlTies } from './FieldFrame.tsx';
import { PickerChip } from './PickerChip.tsx';
import { PickerList } from './PickerList.tsx';
import type { PickerItem, PickerWords } from './picker-item.ts';
import { useCombobox } from './use-combobox.tsx';

interface PickerProps {
  ties: ControlTies;
  name: string;
  picked: readonly PickerItem[];
  /** What the list offers now; never anything already picked. */
  items: readonly PickerItem[];
  /** Stands beneath the items: how many more fit that are not among them, say. */
  more?: string | null;
  status: 'ready' | 'loading' | 'failed';
  /** Several may be picked; otherwise a new one takes the place of the old. */
  multi: boolean;
  /** The text as typed so far. */
  text: string;
  placeholder: string;
  words: PickerWords;
  locked: boolean;
  autoFocus?: boolean | undefined;
  /** Whether it took the place of one that had the focus already: then its list stays as closed as it was. */
  isRedrawn?: boolean;
  /** Told when the list opens or closes, so that nothing is looked up for a closed one. */
  onOpenChange?: (isOpen: boolean) => void;
  onText: (text: string) => void;
  onPick: (item: PickerItem) => void;
  onRemove: (id: string) => void;
  onBlur: () => void;
  /** Takes a paste itself, by answering true. */
  onPasteText?: ((text: string) => boolean) | undefined;
}

/** A combobox with chips: what is picked stands before the text, what can be picked floats beneath. */
export function Picker(props: PickerProps) {
  const { ties, picked, items, status, multi, words, locked, more = null } = props;
  const input = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [initialText] = useState(props.text);
  const [said, setSaid] = useState('');
  // Said together with what the list then offers: one live region's words would swallow the other's.
  const justPicked = useRef('');
  /** What may still be said when the focus is gone: Tab picks on its way. */
  const lastPicked = useRef('');

  const box = useCombobox({
    id: ties.id,
    input,
    items,
    multi,
    locked,
    isLoading: status === 'loading',
    onText: props.onText,
    onOpenChange: props.onOpenChange,
    onPick(item) {
      props.onPick(item);
      // What an action leads to speaks for itself, and may be cancelled.
      justPicked.current = item.isAction ? '' : words.picked(item.name);
      lastPicked.current = justPicked.current;
      setSaid(justPicked.current);
    },
  });

  // A rep who came here before the script did (by a click, or with text typed early) finds the list open; the page's own
  // focus on its first field opens nothing.
  const openInitially = useRef((text: string) => {
    if (!props.isRedrawn && (text !== '' || !props.autoFocus)) box.open();
  });
  useEffect(() => {
    if (input.current && document.activeElement === input.current) openInitially.current(input.current.value);
  }, []);

  const typed = props.text.trim();
  const count = items.length;
  useEffect(() => {
    if (!box.isOpen) return;
    const offered = count > 0 ? [words.found(count), more].filter(Boolean).join(' ') : emptyWords(status, typed, words);
    setSaid(`${justPicked.current} ${offered}`.trim());
    if (status === 'ready') justPicked.current = '';
  }, [box.isOpen, status, count, more, typed, words]);

  const remove = (item: PickerItem) => {
    props.onRemove(item.id);
    setSaid(words.removed(item.name));
    input.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = picked.at(-1);
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (last && !locked && selectionStart === 0 && selectionEnd === 0) {
      if (event.key === 'Backspace') remove(last);
      if (event.key === backKey(event.currentTarget)) chipButtons(frame.current).at(-1)?.focus();
    }
    box.inputProps.onKeyDown(event);
  };

  const onChipKeyDown = (item: PickerItem) => (event: KeyboardEvent<HTMLButtonElement>) => {
    const buttons = chipButtons(frame.current);
    const at = buttons.indexOf(event.currentTarget);
    const isArrow = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (event.key === backKey(event.currentTarget)) buttons[at - 1]?.focus();
    else if (isArrow) (buttons[at + 1] ?? input.current)?.focus();
    else if (event.key === 'Backspace' || event.key === 'Delete') remove(item);
    else return;
    event.preventDefault();
  };

  const chosen = picked.length > 0 ? words.chosen(picked.map(({ name }) => name)) : '';
  const describedBy = [chosen && `${ties.id}-chosen`, ties['aria-describedby']].filter(Boolean).join(' ');
  return (
    <div className="relative">
      <div
        ref={frame}
        data-locked={locked || undefined}
        className={clsx('control flex items-center gap-x-1.5 px-2 py-[3px]', multi && 'flex-wrap')}
      >
        {picked.map((item) => (
          <PickerChip
            key={item.id}
            item={item}
            locked={locked}
            removeLabel={words.remove(item.name)}
            onRemove={() => remove(item)}
            onKeyDown={onChipKeyDown(item)}
          />
        ))}
        <input
          {...ties}
          {...box.inputProps}
          ref={input}
          name={props.name}
          type="text"
          aria-describedby={describedBy || undefined}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            if (!locked && props.onPasteText?.(event.clipboardData.getData('text'))) event.preventDefault();
          }}
          onBlur={() => {
            box.inputProps.onBlur();
            // Whoever reads the page later must not come upon what the list offered.
            setSaid(lastPicked.current);
            lastPicked.current = '';
            props.onBlur();
          }}
          autoFocus={props.autoFocus}
          readOnly={locked}
          defaultValue={initialText}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={picked.length === 0 ? props.placeholder : ''}
          dir="auto"
          className="min-h-[34px] w-0 min-w-12 flex-1 bg-transparent px-1 outline-none pointer-coarse:min-h-9"
        />
        {chosen && (
          <span id={`${ties.id}-chosen`} className="sr-only">
            {chosen}
          </span>
        )}
      </div>
      <PickerList
        id={ties.id}
        isOpen={box.isOpen}
        items={items}
        highlighted={box.highlighted}
        multi={multi}
        message={count > 0 ? more : emptyWords(status, typed, words)}
        optionProps={box.optionProps}
      />
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}

function emptyWords(status: PickerProps['status'], typed: string, words: PickerWords): string {
  if (status === 'loading') return words.searching();
  return status === 'failed' ? words.failed() : words.none(typed);
}

/** The arrow key that leads against the page's direction of reading, where the chips stand. */
const backKey = (element: HTMLElement): string =>
  element.closest('[dir]:not([dir="auto"])')?.getAttribute('dir') === 'rtl' ? 'ArrowRight' : 'ArrowLeft';

const chipButtons = (frame: HTMLElement | null): HTMLButtonElement[] => [
  ...(frame?.querySelectorAll<HTMLButtonElement>('button[data-chip]') ?? []),
];
