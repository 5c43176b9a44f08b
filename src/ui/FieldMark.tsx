import type { ReactNode } from 'react';

interface FieldMarkProps {
  /** What is told; announced when it comes by itself. */
  children: ReactNode;
  action: string;
  /** The id of what names the field. */
  labelId: string;
  onAct: () => void;
}

/** A quiet word beneath a field with one thing to do about it. */
export const FieldMark = ({ children, action, labelId, onAct }: FieldMarkProps) => (
  <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-small text-muted">
    {children}
    <button
      type="button"
      aria-describedby={labelId}
      className="inline-flex min-h-6 items-center rounded-sm whitespace-nowrap underline decoration-line underline-offset-4 hover:text-ink hover:decoration-current pointer-coarse:min-h-11"
      onClick={onAct}
    >
      {action}
    </button>
  </p>
);
