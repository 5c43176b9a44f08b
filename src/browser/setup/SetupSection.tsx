import { type ReactNode, useId } from 'react';
import { Card } from '../../ui/Card.tsx';

/** One part of the setup, under its own heading. */
export function SetupSection({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const id = useId();
  return (
    <Card>
      <section aria-labelledby={id}>
        <h2 id={id} className="font-[620]">
          {title}
        </h2>
        {text && <p className="mt-1 text-muted">{text}</p>}
        <div className="mt-3 grid gap-4">{children}</div>
      </section>
    </Card>
  );
}
