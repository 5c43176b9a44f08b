import type { ReactNode } from 'react';

interface FoldProps {
  title: string;
  /** Whether it stands open; left to the browser when it is not given. */
  isOpen?: boolean;
  /** Told whenever it opens or closes. */
  onToggle?: (isOpen: boolean) => void;
  /** Told when it is a person who opens or closes it. */
  onPress?: (isOpen: boolean) => void;
  children: ReactNode;
}

/** Something that is folded away behind its title. */
export const Fold = ({ title, isOpen, onToggle, onPress, children }: FoldProps) => (
  <details open={isOpen} onToggle={(event) => onToggle?.(event.currentTarget.open)} className="group">
    {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button, and a press of a key is a click too. */}
    <summary
      onClick={(event) => onPress?.(!event.currentTarget.closest('details')?.open)}
      className="inline-flex min-h-8 list-none items-center gap-2 rounded-control text-muted hover:text-ink pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden"
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 6 8"
        className="w-1.5 fill-current group-open:rotate-90 rtl:-scale-x-100 rtl:group-open:-rotate-90"
      >
        <path d="M0 0l6 4-6 4z" />
      </svg>
      {title}
    </summary>
    <div className="grid gap-4.5 pt-3">{children}</div>
  </details>
);
