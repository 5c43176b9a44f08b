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
