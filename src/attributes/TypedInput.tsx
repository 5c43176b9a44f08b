import clsx from 'clsx';
import { type InputHTMLAttributes, type ReactNode, useState } from 'react';
import { AttributeFrame } from './AttributeFrame.tsx';
import type { AttributeInputProps } from './attribute-input.tsx';
import { halfTyped, typedText } from './half-typed.ts';

interface TypedInputProps extends AttributeInputProps<string> {
  type?: 'text' | 'date';
  /** What differs from a plain input: the phone's keyboard, the limits of a date. */
  more?: InputHTMLAttributes<HTMLInputElement>;
  note?: ReactNode;
  /** Stands inside the input, at its end. */
  unit?: ReactNode;
}

/** An input that is typed into; the text stays in the DOM, as typed. */
export function TypedInput({ id, field, entry, error, locked, autoFocus, onEntry, onBlur, ...rest }: TypedInputProps) {
  const { type = 'text', more, note, unit } = rest;
  // None rather than an empty one: React would set it while hydrating, and the browser then drop half a date.
  const [initial] = useState(entry === halfTyped || entry === '' ? undefined : entry);
  return (
    <AttributeFrame id={id} field={field} error={error} note={note}>
      {(ties) => (
        <span className="relative block">
          <input
            {...ties}
            {...more}
            name={field.slug}
            type={type}
            className={clsx('control', type === 'text' && more?.inputMode && 'tabular-nums', unit && 'pr-14')}
            autoComplete="off"
            autoFocus={autoFocus}
            readOnly={locked}
            data-locked={locked || undefined}
            defaultValue={initial}
            onInput={({ currentTarget }) => onEntry(typedText(currentTarget))}
            onBlur={({ currentTarget }) => {
              // A date input tells of what is half typed, and of its being cleared, in no event of its own.
              if (type === 'date') onEntry(typedText(currentTarget));
              onBlur();
            }}
          />
          {unit && (
            <span className="pointer-events-none absolute inset-y-0 right-3.5 flex items-center text-small text-muted">
              {unit}
            </span>
          )}
        </span>
      )}
    </AttributeFrame>
  );
}
