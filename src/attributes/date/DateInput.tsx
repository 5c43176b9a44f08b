import { FieldFrame } from '../../ui/FieldFrame.tsx';
import { en } from '../../words/en.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';

/** The browser's own date input: typed or picked, and a plain calendar date. */
export function DateInput({ id, field, entry, error, locked, autoFocus, onEntry, onBlur }: AttributeInputProps<string>) {
  return (
    <FieldFrame
      id={id}
      label={field.title}
      optional={field.required ? undefined : en.optional}
      help={field.description}
      error={error}
    >
      {(ties) => (
        <input
          {...ties}
          name={field.slug}
          type="date"
          className="control"
          min="0001-01-01"
          max="9999-12-31"
          autoFocus={autoFocus}
          readOnly={locked}
          data-locked={locked || undefined}
          defaultValue={entry}
          // A half-typed date has no value: it is told as such, rather than sent as none.
          onInput={({ currentTarget }) => onEntry(currentTarget.validity.badInput ? '–' : currentTarget.value)}
          onBlur={({ currentTarget }) => {
            if (currentTarget.validity.badInput) onEntry('–');
            onBlur();
          }}
        />
      )}
    </FieldFrame>
  );
}
