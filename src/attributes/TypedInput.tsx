import clsx from 'clsx';
import { type InputHTMLAttributes, type ReactNode, type Ref, useState } from 'react';
import { AttributeFrame } from './AttributeFrame.tsx';
import type { AttributeInputProps } from './attribute-input.tsx';
import { pasteParted } from './paste-parted.tsx';

interface TypedInputProps extends AttributeInputProps<string> {
  /** What differs from a plain input: the phone's keyboard, say. */
  more?: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };
  note?: ReactNode;
  /** Stands inside the input, at its end. */
  unit?: ReactNode;
  /** A control there. */
  end?: ReactNode;
  /** What parts several values in it, and the lines of what is pasted. */
  separator?: string | undefined;
}

/** An input that is typed into; the text stays in the DOM, as typed. */
export function TypedInput({ id, field, entry, error, locked, autoFocus, onEntry, onBlur, ...rest }: TypedInputProps) {
  const { more, note, unit, end, separator } = rest;
  const [initial] = useState(entry);
  return (
    <AttributeFrame id={id} field={field} error={error} note={note}>
      {(ties) => (
        <span className="relative block">
          <input
            {...ties}
            {...more}
            name={field.slug}
            type="text"
            // Amounts, addresses and numbers of telephones run from left to right in every language; other text as it is.
            dir={more?.inputMode ? 'ltr' : 'auto'}
            className={clsx('control', more?.inputMode && 'tabular-nums', unit && 'room-for-unit', end && 'room-for-button')}
            autoComplete="off"
            autoFocus={autoFocus}
            readOnly={locked}
            data-locked={locked || undefined}
            defaultValue={initial}
            onInput={({ currentTarget }) => onEntry(currentTarget.value)}
            onPaste={separator === undefined ? undefined : (event) => pasteParted(event, separator, onEntry)}
            onBlur={onBlur}
          />
          {unit && (
            <span className="pointer-events-none absolute inset-y-0 end-3.5 flex items-center text-small text-muted">{unit}</span>
          )}
          {end}
        </span>
      )}
    </AttributeFrame>
  );
}
