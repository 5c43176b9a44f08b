import type { ReactNode } from 'react';
import type { ControlTies } from './FieldFrame.tsx';

interface FieldGroupProps {
  id: string;
  label: string;
  /** The word for "optional", shown beside the label; undefined when the field is required. */
  optional?: string | undefined;
  help?: ReactNode;
  /** A line beneath the controls; left out, none is kept for it. */
  note?: ReactNode;
  error?: string | undefined;
  children: (ties: Omit<ControlTies, 'id'>) => ReactNode;
}

/** A field of several controls: its title above them all, and its error tied to each. */
export function FieldGroup({ id, label, optional, help, note, error, children }: FieldGroupProps) {
  const describedBy = [error && `${id}-error`, help && `${id}-help`, note && `${id}-note`].filter(Boolean).join(' ');
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 flex items-baseline gap-2 text-small">
        <span className="font-[550]" dir="auto">
          {label}
        </span>
        {optional && <span className="shrink-0 text-muted">{optional}</span>}
      </legend>
      {children({
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': optional ? undefined : true,
      })}
      {note !== undefined && !error && (
        <p id={`${id}-note`} className="mt-1 min-h-[18px] text-small text-muted">
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
    </fieldset>
  );
}
