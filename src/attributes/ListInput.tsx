import type { ClipboardEvent, InputHTMLAttributes } from 'react';
import type { AttributeInputProps } from './attribute-input.tsx';
import { TypedInput } from './TypedInput.tsx';

interface ListInputProps extends AttributeInputProps<string> {
  inputMode: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  placeholder: string;
  /** What was understood. */
  note: string;
}

/** An input drops the line breaks of what is pasted, and would make one word of several: they become commas. */
function pasteLines(event: ClipboardEvent<HTMLInputElement>, onEntry: (text: string) => void): void {
  const lines = event.clipboardData.getData('text/plain').split(/[\r\n]+/);
  const input = event.currentTarget;
  if (lines.length < 2 || input.readOnly) return;
  event.preventDefault();
  const text = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(', ');
  input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
  onEntry(input.value);
}

/** One or several values in one text, with what was understood beneath. */
export const ListInput = ({ inputMode, placeholder, note, ...props }: ListInputProps) => (
  <TypedInput
    {...props}
    note={note}
    more={{
      inputMode,
      placeholder,
      autoCapitalize: 'off',
      spellCheck: false,
      ...(props.field.multi && { onPaste: (event) => pasteLines(event, props.onEntry) }),
    }}
  />
);
