import type { InputHTMLAttributes } from 'react';
import type { AttributeInputProps } from './attribute-input.tsx';
import { TypedInput } from './TypedInput.tsx';

interface ListInputProps extends AttributeInputProps<string> {
  inputMode: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  placeholder: string;
  /** What was understood. */
  note: string;
}

/** One or several values in one text, with what was understood beneath. */
export const ListInput = ({ inputMode, placeholder, note, ...props }: ListInputProps) => (
  <TypedInput
    {...props}
    note={note}
    separator={props.field.multi ? ', ' : undefined}
    more={{
      inputMode,
      placeholder,
      autoCapitalize: 'off',
      spellCheck: false,
    }}
  />
);
