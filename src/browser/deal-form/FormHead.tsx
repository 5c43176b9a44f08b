import { Suspense } from 'react';
import { en } from '../../words/en.ts';
import { KeysDialog } from '../KeysDialog.tsx';
import { DraftsBar } from '../later.tsx';
import type { DraftsBarProps } from './DraftsBar.tsx';

interface FormHeadProps extends DraftsBarProps {
  /** Whether there are drafts beside the one in the form. */
  hasOthers: boolean;
  /** Whether the deal in the form is on its way: then no other takes its place. */
  isLocked: boolean;
}

/** What stands above the form: its title, the drafts beside it, and the way to the keys. */
export const FormHead = ({ hasOthers, isLocked, ...drafts }: FormHeadProps) => (
  <>
    <div className="flex items-baseline justify-between gap-x-4">
      <h1 className="text-title font-[620] tracking-[-0.01em]">{en.newDeal}</h1>
      {(hasOthers || drafts.isKept) && !isLocked && (
        <Suspense>
          <DraftsBar {...drafts} />
        </Suspense>
      )}
    </div>
    <div className="mt-1 mb-5 text-muted">
      {en.savedAsYouType} <KeysDialog />
    </div>
  </>
);
