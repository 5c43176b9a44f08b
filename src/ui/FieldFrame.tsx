import type { ReactNode } from 'react';

/** What a control needs to be tied to its label, note and error. */
export interface ControlTies {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
  'aria-required': boolean | undefined;
}

interface FieldFrameProps {
  id: string;
  label: string;
  /** The word for "optional", shown beside the label; undefined when the field is required. */
  optional?: string | undefined;
  help?: ReactNode;
  /** A line beneath the control; pass null to reserve its height while it is empty. */
  note?: ReactNode;
  error?: string | undefined;
  children: (ties: ControlTies) => ReactNode;
}

/** A field: its label above, the control, help or note beneath, and its error tied to the control. */
export function FieldFrame({ id, label, optional, help, note, error, children }: FieldFrameProps) {
  const describedBy = [error && `${id}-error`, help && `${id}-help`, note && `${id}-note`].filter(Boolean).join(' ');
  return (
    <div className="min-w-0">
      <div className="mb-1.5 flex items-baseline gap-2 text-small">
        <label htmlFor={id} id={`${id}-label`} className="font-[550]" dir="auto">
          {label}
        </label>
        {optional && <span className="shrink-0 text-muted">{optional}</span>}
      </div>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': optional ? undefined : true,
      })}
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
    </div>
  );
}
