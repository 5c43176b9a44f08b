import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { PickerItem } from './picker-item.ts';

interface ComboboxOptions {
  id: string;
  input: RefObject<HTMLInputElement | null>;
  items: readonly PickerItem[];
  multi: boolean;
  locked: boolean;
  /** Whether the items for the text are still on their way. */
  isLoading: boolean;
  onText: (text: string) => void;
  onPick: (item: PickerItem) => void;
  onOpenChange?: ((isOpen: boolean) => void) | undefined;
}

/**
 * The editable combobox with list autocomplete of the WAI-ARIA Authoring Practices 1.2: the focus stays in the input, the
 * list is pointed at with `aria-activedescendant`. The text lives in the DOM alone, so a fast typist, an input method and
 * text from before hydration are all safe. Only keys and typing move the highlight: Tab takes what was typed for, and
 * never what the mouse happened to lie on.
 */
export function useCombobox(options: ComboboxOptions) {
  const { id, input, items, multi, locked, isLoading, onText, onPick, onOpenChange } = options;
  const [isOpen, setIsOpen] = useState(false);
  const [wanted, setWanted] = useState(-1);
  const highlighted = isOpen && wanted < items.length ? wanted : -1;
  // Enter or Tab pressed before the answer came: it means the first entry, as it would have a moment later.
  const isAwaited = useRef(false);

  const setOpen = (next: boolean, highlight = -1) => {
    setWanted(next ? highlight : -1);
    if (next === isOpen || (next && locked)) return;
    setIsOpen(next);
    // Whoever left for the next field still waits for the answer to what was typed.
    if (next || !isAwaited.current) onOpenChange?.(next);
  };

  useEffect(() => {
    if (highlighted >= 0) document.getElementById(`${id}-option-${highlighted}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, highlighted]);

  const pick = (item: PickerItem, keepOpen = multi && !item.isAction) => {
    isAwaited.current = false;
    if (input.current) input.current.value = '';
    onPick(item);
    setOpen(keepOpen);
  };

  const pickAwaited = useRef<() => void>(() => {});
  useEffect(() => {
    pickAwaited.current = () => {
      if (!isAwaited.current) return;
      const [first] = items;
      isAwaited.current = false;
      const isHere = document.activeElement === input.current;
      if (first && (isHere || !first.isAction)) pick(first, multi && isHere && !first.isAction);
      if (!isHere) onOpenChange?.(false);
    };
  });
  useEffect(() => {
    if (!isLoading) pickAwaited.current();
  }, [isLoading]);

  const move = (step: 1 | -1) => {
    const count = items.length;
    // Down before the answer came goes to the first entry, as it would have a moment later.
    if (count === 0 && isLoading) return setOpen(true, step > 0 ? 0 : -1);
    const from = highlighted < 0 && step < 0 ? count : highlighted;
    // One place more than there are items: none is highlighted between the last and the first.
    const next = (from + step + 1 + (count + 1)) % (count + 1);
    setOpen(true, next - 1);
  };

  /** Whether the first entry of a list that has not come is asked for already, by text or by the arrow. */
  const isAnswerMeant = (text: string) => isOpen && isLoading && (text.trim() !== '' || wanted === 0);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || locked) return;
    const item = items[highlighted];
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (event.altKey) setOpen(event.key === 'ArrowDown');
        else move(event.key === 'ArrowDown' ? 1 : -1);
        return;
      case 'Enter':
        // Never a send: in a picker Enter picks, or does nothing.
        event.preventDefault();
        if (event.metaKey || event.ctrlKey) return;
        if (item) pick(item);
        else isAwaited.current = isAnswerMeant(event.currentTarget.value);
        return;
      case 'Tab':
        if (event.shiftKey) return;
        if (item && !item.isAction) pick(item, false);
        else isAwaited.current = isAnswerMeant(event.currentTarget.value);
        return;
      case 'Escape':
        if (isOpen) event.stopPropagation();
        setOpen(false);
        return;
      default:
    }
  };

  return {
    isOpen,
    highlighted,
    open: () => setOpen(true, wanted),
    inputProps: {
      role: 'combobox' as const,
      'aria-autocomplete': 'list' as const,
      'aria-expanded': isOpen,
      'aria-controls': `${id}-list`,
      'aria-activedescendant': highlighted >= 0 ? `${id}-option-${highlighted}` : undefined,
      onKeyDown,
      // A Tab that arrives here ends on this input: the list opens for it, and not for focus that the page moved.
      onKeyUp: (event: KeyboardEvent) => event.key === 'Tab' && setOpen(true),
      onClick: () => setOpen(true, wanted),
      onChange: ({ target }: { target: HTMLInputElement }) => {
        isAwaited.current = false;
        onText(target.value);
        setOpen(true, target.value.trim() ? 0 : -1);
      },
      onBlur: () => setOpen(false),
    },
    optionProps: (item: PickerItem, index: number) => ({
      id: `${id}-option-${index}`,
      role: 'option' as const,
      'aria-selected': index === highlighted,
      // The focus stays in the input, so that the list does not close before the click.
      onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
      // Whoever points at one sees what the list covers, and may want that next.
      onClick: () => pick(item, false),
    }),
  };
}
