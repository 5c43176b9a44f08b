import { Suspense, useState } from 'react';
import { t } from '../../words/t.ts';
import { KeysDialog } from '../KeysDialog.tsx';
import { DraftsBar, PasteDialog, WaitingDeals } from '../later.tsx';
import { useOnline } from '../offline/use-online.tsx';
import type { PasteDialogProps } from '../paste-fill/PasteDialog.tsx';
import { barButton } from './bar-button.ts';
import type { DraftsBarProps } from './DraftsBar.tsx';

interface FormHeadProps extends DraftsBarProps, Pick<PasteDialogProps, 'onTake'> {
  /** Whether there are drafts beside the one in the form. */
  hasOthers: boolean;
  /** Whether the deal in the form is on its way: then no other takes its place. */
  isLocked: boolean;
  /** Whether some deal waits to go out beside the form. */
  hasLeft: boolean;
}

/** What stands above the form: its title, the drafts beside it, and the way to the keys. */
export const FormHead = ({ hasOthers, isLocked, hasLeft, onTake, ...drafts }: FormHeadProps) => (
  <>
    {/* Buttons come with the first key, and nothing may move for them: on wide pages they stand in the height of the title, on narrow ones in a row of their own. */}
    <div className="flex items-baseline justify-between gap-x-4 max-[30rem]:block">
      <h1 className="shrink-0 text-title font-[620] tracking-[-0.01em] whitespace-nowrap">{t('newDeal')}</h1>
      <div className="flex flex-wrap items-baseline gap-x-3 min-[30rem]:-my-2 min-[30rem]:justify-end min-[30rem]:pointer-coarse:-my-3">
        {/* Each in its own: what comes late must not take its neighbour away for a moment, with the focus. */}
        <Suspense>{hasLeft && <WaitingDeals owner={drafts.owner} ownId={drafts.ownId} locale={drafts.locale} />}</Suspense>
        {!isLocked && <PasteButton owner={drafts.owner} onTake={onTake} />}
        <Suspense>{(hasOthers || drafts.isKept) && !isLocked && <DraftsBar {...drafts} />}</Suspense>
      </div>
    </div>
    <div className="mt-1 mb-5 text-muted">
      <SavedWords /> <KeysDialog />
    </div>
  </>
);

/** Asks for a text that a deal stands in; the place for it is fetched when it is asked for. */
function PasteButton(props: Pick<PasteDialogProps, 'owner' | 'onTake'>) {
  const [asked, setAsked] = useState(0);
  return (
    <>
      <button type="button" className={barButton} aria-haspopup="dialog" onClick={() => setAsked((times) => times + 1)}>
        {t('pasteDeal')}
      </button>
      {asked > 0 && (
        <Suspense>
          <PasteDialog {...props} asked={asked} />
        </Suspense>
      )}
    </>
  );
}

const SavedWords = () => <span role="status">{useOnline() ? t('savedAsYouType') : t('offline.writing')}</span>;
