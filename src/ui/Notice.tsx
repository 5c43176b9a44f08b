import clsx from 'clsx';
import type { ReactNode, Ref } from 'react';

const tones = {
  warn: ['bg-warn-soft', 'text-warn'],
  danger: ['bg-danger-soft', 'text-danger'],
} as const;

interface NoticeProps {
  tone: keyof typeof tones;
  title: string;
  children?: ReactNode;
  ref?: Ref<HTMLDivElement>;
}

/** A message that stands in the page: announced when it appears, never moving what is above it. */
export function Notice({ tone, title, children, ref }: NoticeProps) {
  const [ground, ink] = tones[tone];
  return (
    <div ref={ref} tabIndex={-1} role="alert" className={clsx('appear rounded-control p-3.5 text-body', ground)}>
      <p className={clsx('font-[620]', ink)}>{title}</p>
      {children}
    </div>
  );
}
