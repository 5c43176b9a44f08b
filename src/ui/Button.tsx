import clsx from 'clsx';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, Ref } from 'react';

type Weight = 'primary' | 'secondary' | 'quiet';

const looks: Record<Weight, string> = {
  primary:
    'border border-transparent bg-accent px-5 font-[620] text-on-accent hover:bg-accent-strong aria-disabled:bg-accent aria-disabled:opacity-60',
  secondary: 'border border-control bg-surface px-5 font-[620] hover:bg-sunken',
  quiet: 'px-2 text-muted underline decoration-line underline-offset-4 hover:text-ink hover:decoration-current',
};

const shape = 'inline-flex min-h-[42px] items-center justify-center gap-2.5 rounded-control text-body pointer-coarse:min-h-11';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  weight: Weight;
  ref?: Ref<HTMLButtonElement>;
}

/** A button; `primary` once per page. */
export const Button = ({ weight, className, type = 'button', ...rest }: ButtonProps) => (
  <button type={type} className={clsx(shape, looks[weight], className)} {...rest} />
);

interface ButtonLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  weight: Weight;
  href: string;
  ref?: Ref<HTMLAnchorElement>;
}

/** A link that looks like a button, for what leads to another page. */
export const ButtonLink = ({ weight, className, children, ...rest }: ButtonLinkProps) => (
  <a className={clsx(shape, looks[weight], className)} {...rest}>
    {children}
  </a>
);
