import type { Field } from '../../contract/deal-form.ts';
import { inputId } from './FieldControl.tsx';
/** Where the rep was: an element of the page and the selection in it. */
export interface FocusPlace {
  id: string;
  selection: [number, number] | null;
}

/** Whether an element is typed into. */
export const isTypedInto = (element: unknown): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** The focused element with an id, or null. */
export function currentFocus(): FocusPlace | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active.id === '') return null;
  if (!isTypedInto(active) || active.selectionStart === null || active.selectionEnd === null) {
    return { id: active.id, selection: null };
  }
  return { id: active.id, selection: [active.selectionStart, active.selectionEnd] };
}

/** Puts the focus and the caret back after the form was drawn anew. */
export function restoreFocus(place: FocusPlace | null): void {
  if (!place) return;
  const element = document.getElementById(place.id);
  element?.focus();
  if (place.selection && isTypedInto(element)) element.setSelectionRange(...place.selection);
}

/** Opens what is folded around the fields that are drawn, and puts the focus into the first. */
export function focusFirst(fields: readonly Field[], slugs: ReadonlySet<string>): void {
  const inputs = fields.flatMap(({ slug }) => (slugs.has(slug) ? (document.getElementById(inputId(slug)) ?? []) : []));
  for (const input of inputs) input.closest('details')?.setAttribute('open', '');
  inputs[0]?.focus();
}

/** Puts the focus into the form's first input: where what had it is gone, so that a keyboard is not left nowhere. */
export function focusForm(): void {
  document.querySelector<HTMLElement>('main form input:enabled')?.focus();
}
