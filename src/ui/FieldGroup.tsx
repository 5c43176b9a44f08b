import type { ReactNode } from 'react';
import type { ControlTies } from './FieldFrame.tsx';
import { FieldLines, type FieldLinesProps, tiesToLines } from './FieldLines.tsx';

interface FieldGroupProps extends FieldLinesProps {
  label: string;
  /** The word for "optional", shown beside the label; undefined when the field is required. */
  optional?: string | undefined;
  children: (ties: Omit<ControlTies, 'id'>) => ReactNode;
}

/** A field of several controls: its title above them all, and its error tied to each. */
export function FieldGroup({ label, optional, children, ...lines }: FieldGroupProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 flex items-baseline gap-2 text-small">
        <span className="font-[550]" dir="auto">
          {label}
        </span>
        {optional && <span className="shrink-0 text-muted">{optional}</span>}
      </legend>
      {children(tiesToLines({ ...lines, optional }))}
      <FieldLines {...lines} />
    </fieldset>
  );
}
