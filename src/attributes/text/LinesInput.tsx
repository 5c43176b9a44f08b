import { useState } from 'react';
import { AttributeFrame } from '../AttributeFrame.tsx';
import type { AttributeInputProps } from '../attribute-input.tsx';

/** A text of one line or more, which grows with it: Shift and Enter begin a line, and a paste keeps those it has. */
export function LinesInput({ id, field, entry, error, locked, autoFocus, onEntry, onBlur }: AttributeInputProps<string>) {
  const [initial] = useState(entry);
  return (
    <AttributeFrame id={id} field={field} error={error}>
      {(ties) => (
        <textarea
          {...ties}
          name={field.slug}
          rows={1}
          className="control lines"
          dir="auto"
          autoComplete="off"
          autoFocus={autoFocus}
          readOnly={locked}
          data-locked={locked || undefined}
          defaultValue={initial}
          onInput={({ currentTarget }) => onEntry(currentTarget.value)}
          onBlur={onBlur}
        />
      )}
    </AttributeFrame>
  );
}
