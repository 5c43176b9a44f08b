import type { ReactNode } from 'react';

interface RadioProps {
  id?: string;
  name: string;
  checked: boolean;
  onChange: () => void;
  children: ReactNode;
}

/** One of several choices, of which one is made. */
export const Radio = ({ children, ...rest }: RadioProps) => (
  <label className="flex min-h-8 items-center gap-2.5 pointer-coarse:min-h-11">
    <input type="radio" className="size-[18px]" {...rest} />
    {children}
  </label>
);
