import clsx from 'clsx';
import { type ReactNode, type Ref, useId } from 'react';

const tones = {
  calm: ['bg-sunken', 'text-ink'],
  warn: ['bg-warn-soft', 'text-warn'],
  danger: ['bg-danger-soft', 'text-danger'],
} as const;

interface NoticeProps {
  tone: keyof typeof tones;
  title: string;
  /** True where the page's own live region says it: then it is a named group rather than an alert. */
  quiet?: boolean;
  children?: ReactNode;
  ref?: Ref<HTMLDivElement>;
}

/** A message that stands in the page: announced when it appears, never moving what is above it. */
export function Notice({ tone, title, quiet = false, children, ref }: NoticeProps) {
  const titleId = useId();
  const [ground, ink] = tones[tone];
  return (
    <div
      ref={ref}
      tabIndex={-1}
      {...(quiet ? { role: 'group', 'aria-labelledby': titleId } : { role: 'alert' })}
      className={clsx('appear rounded-control p-3.5 text-body', ground)}
    >
      <p id={titleId} className={clsx('font-[620]', ink)}>
        {title}
      </p>
      {children}
    </div>
  );
}
