import type { ReactNode } from 'react';

/** What stands beneath a field, as far as there is any. */
export interface FieldLinesProps {
  id: string;
  help?: ReactNode;
  /** Null reserves the line's height while it is empty; undefined keeps none. */
  note?: ReactNode;
  error?: string | undefined;
}

/** The attributes of a control that tie it to the lines beneath; `optional` is the word for it, if it is. */
export function tiesToLines({ id, help, note, error, optional }: FieldLinesProps & { optional?: string | undefined }) {
  const describedBy = [error && `${id}-error`, help && `${id}-help`, note && `${id}-note`].filter(Boolean).join(' ');
  return {
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': optional ? undefined : true,
  };
}

/** The lines beneath a field: its error or else its note, and its help. */
export function FieldLines({ id, help, note, error }: FieldLinesProps) {
  return (
    <>
      {note !== undefined && !error && (
        <p id={`${id}-note`} className="mt-1 min-h-[18px] text-small text-muted tabular-nums">
          {note}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="appear mt-1 min-h-[18px] text-small text-danger">
          {error}
        </p>
      )}
      {help && (
        <p id={`${id}-help`} className="mt-1 text-small text-muted" dir="auto">
          {help}
        </p>
      )}
    </>
  );
}
