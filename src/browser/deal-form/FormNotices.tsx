import { type ReactNode, Suspense } from 'react';
import { FocusKeeper } from '../../ui/FocusKeeper.tsx';
import { NewFormNotice, PasteNotice, PinnedNotice, PrefillNotice } from '../later.tsx';
import type { PasteNoticeProps } from '../paste-fill/PasteNotice.tsx';
import type { Prefill } from '../prefill/prefill-from.ts';
import type { EntryWords } from './entry-words.ts';

interface FormNoticesProps {
  /** Whether the form was replaced while the rep looked at it. */
  isFormNew: boolean;
  /** What was entered into fields that are gone. */
  gone: readonly EntryWords[];
  /** What a link filled in. */
  prefill: Prefill | null;
  /** What a paste filled in, and what was done about it last. */
  paste: { shown: PasteNoticeProps | null; said: string };
  /** What the form started with because it is pinned. */
  pinned: { titles: string; onDrop: () => void } | null;
  /** How the sending stands. */
  children: ReactNode;
}

/** All that stands directly above the button. */
export const FormNotices = ({ isFormNew, gone, prefill, paste, pinned, children }: FormNoticesProps) => (
  <>
    {(isFormNew || gone.length > 0) && (
      <Suspense>
        <NewFormNotice isNew={isFormNew} gone={gone} />
      </Suspense>
    )}
    {prefill && (
      <Suspense>
        <PrefillNotice prefill={prefill} />
      </Suspense>
    )}
    {paste.shown && (
      <Suspense>
        <PasteNotice {...paste.shown} />
      </Suspense>
    )}
    <p role="status" className="sr-only">
      {paste.said}
    </p>
    {pinned && (
      <Suspense>
        <PinnedNotice {...pinned} />
      </Suspense>
    )}
    <FocusKeeper className="empty:hidden">{children}</FocusKeeper>
  </>
);
