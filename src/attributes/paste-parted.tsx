import type { ClipboardEvent } from 'react';

/**
 * An input drops the line breaks of what is pasted, and would make one word, or one number, of several: a separator takes the place
 * of line breaks and tabs.
 */
export function pasteParted(event: ClipboardEvent<HTMLInputElement>, separator: string, onEntry: (text: string) => void): void {
  const parts = event.clipboardData.getData('text/plain').split(/[\t\r\n]+/);
  const input = event.currentTarget;
  if (parts.length < 2 || input.readOnly) return;
  event.preventDefault();
  const text = parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(separator);
  input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
  onEntry(input.value);
}
