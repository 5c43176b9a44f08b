import { FieldFrame } from '../../ui/FieldFrame.tsx';
import { en } from '../../words/en.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';

/** A plain text input: number inputs drop what they cannot read and scroll values away. */
export function NumberInput({ id, field, entry, error, locked, autoFocus, onEntry, onBlur }: AttributeInputProps<string>) {
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
          type="text"
          inputMode="decimal"
          className="control tabular-nums"
          autoComplete="off"
          autoFocus={autoFocus}
          readOnly={locked}
          data-locked={locked || undefined}
          defaultValue={entry}
          onChange={(event) => onEntry(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </FieldFrame>
  );
}
