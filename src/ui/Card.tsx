import type { ReactNode } from 'react';

/** The slip of paper: one hairline, one soft shadow. */
export const Card = ({ children }: { children: ReactNode }) => (
  <div className="rounded-card border border-line bg-surface p-4 shadow-card sm:p-6">{children}</div>
);
