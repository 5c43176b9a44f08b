import clsx from 'clsx';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { AttributeFrame } from './AttributeFrame.tsx';
import type { AttributeInputProps } from './attribute-input.tsx';

interface TypedInputProps extends AttributeInputProps<string> {
  type?: 'text' | 'date';
  /** What differs from a plain input: the phone's keyboard, the limits of a date. */
  more?: InputHTMLAttributes<HTMLInputElement>;
  note?: ReactNode;
  /** Stands inside the input, at its end. */
  unit?: ReactNode;
}

/** Where no date can be read: half of one has been typed. It is told as such rather than sent as none. */
const halfTyped = '–';

const textOf = (input: HTMLInputElement) => (input.validity.badInput ? halfTyped : input.value);

/** An input that is typed into; the text stays in the DOM, as typed. */
export function TypedInput({ id, field, entry, error, locked, autoFocus, onEntry, onBlur, ...rest }: TypedInputProps) {
  const { type = 'text', more, note, unit } = rest;
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
            defaultValue={entry === halfTyped ? '' : entry}
            onInput={({ currentTarget }) => onEntry(textOf(currentTarget))}
            onBlur={({ currentTarget }) => {
              // A date input tells of what is half typed, and of its being cleared, in no event of its own.
              if (type === 'date') onEntry(textOf(currentTarget));
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
