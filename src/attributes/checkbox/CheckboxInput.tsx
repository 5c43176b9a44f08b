import type { AttributeInputProps } from '../attribute-input.tsx';

/** A tick beside its own label, in the same height as the other controls. */
export function CheckboxInput({
  id,
  field,
  entry,
  error,
  locked,
  autoFocus,
  onEntry,
  onBlur,
}: AttributeInputProps<boolean | null>) {
  const describedBy = [error && `${id}-error`, field.description && `${id}-help`].filter(Boolean).join(' ');
  return (
    <div>
      <label className="flex min-h-[42px] items-center gap-2.5 pointer-coarse:min-h-11">
        <input
          id={id}
          name={field.slug}
          type="checkbox"
          className="size-[18px] rounded border-control"
          defaultChecked={entry ?? false}
          autoFocus={autoFocus}
          disabled={locked}
          aria-describedby={describedBy || undefined}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onEntry(event.target.checked)}
          onBlur={onBlur}
        />
        <span className="text-small font-[550]" dir="auto">
          {field.title}
        </span>
      </label>
      {error && (
        <p id={`${id}-error`} className="appear text-small text-danger">
          {error}
        </p>
      )}
      {field.description && (
        <p id={`${id}-help`} className="text-small text-muted" dir="auto">
          {field.description}
        </p>
      )}
    </div>
  );
}
