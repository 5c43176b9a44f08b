import { FieldFrame } from '../../ui/FieldFrame.tsx';
import { en } from '../../words/en.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';

export function TextInput({ id, field, entry, error, locked, autoFocus, onEntry, onBlur }: AttributeInputProps<string>) {
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
          className="control"
          dir="auto"
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
