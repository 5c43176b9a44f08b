import type { ReactNode } from 'react';
import { FieldLines, type FieldLinesProps, tiesToLines } from './FieldLines.tsx';

/** What a control needs to be tied to its label, note and error. */
export interface ControlTies extends ReturnType<typeof tiesToLines> {
  id: string;
}

interface FieldFrameProps extends FieldLinesProps {
  label: string;
  /** The word for "optional", shown beside the label; undefined when the field is required. */
  optional?: string | undefined;
  children: (ties: ControlTies) => ReactNode;
}

/** A field: its label above, the control, help or note beneath, and its error tied to the control. */
export function FieldFrame({ label, optional, children, ...lines }: FieldFrameProps) {
  const { id } = lines;
  return (
    <div className="min-w-0">
      <div className="mb-1.5 flex items-baseline gap-2 text-small">
        <label htmlFor={id} id={`${id}-label`} className="font-[550]" dir="auto">
          {label}
        </label>
        {optional && <span className="shrink-0 text-muted">{optional}</span>}
      </div>
      {children({ id, ...tiesToLines({ ...lines, optional }) })}
      <FieldLines {...lines} />
    </div>
  );
}
