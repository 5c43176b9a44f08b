import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { KeysDialog } from './KeysDialog.tsx';

interface LaterPageProps {
  title: string;
  text?: string;
  /** Stands in the contents' place until they are there. */
  loading: string;
  children: ReactNode;
}

/** A page whose heading the server draws, and whose contents the browser fetches. */
export function LaterPage({ title, text, loading, children }: LaterPageProps) {
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const waiting = <p className="text-muted">{loading}</p>;
  return (
    <>
      <h1 className="text-title font-[620] tracking-[-0.01em]">{title}</h1>
      {text && <p className="mt-1 text-muted">{text}</p>}
      <div className="mt-5">{isLive ? <Suspense fallback={waiting}>{children}</Suspense> : waiting}</div>
      <KeysDialog isQuiet />
    </>
  );
}
