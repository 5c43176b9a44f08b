import clsx from 'clsx';
import type { SelectHTMLAttributes } from 'react';

/** The browser's own select, dressed like the other controls: it has the keyboard, the type-ahead and the phone's wheel. */
export const Select = ({ className, children, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) => (
  <span className="relative block">
    <select className={clsx('control appearance-none truncate pe-9', className)} {...rest}>
      {children}
    </select>
    <svg
      aria-hidden="true"
      viewBox="0 0 10 6"
      className="pointer-events-none absolute top-1/2 end-3.5 w-2.5 -translate-y-1/2 fill-none stroke-muted stroke-[1.6]"
    >
      <path d="M1 1l4 4 4-4" />
    </svg>
  </span>
);
