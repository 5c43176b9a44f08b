import { type ComponentType, type LazyExoticComponent, lazy, useEffect, useRef } from 'react';
import type { DealForm } from '../contract/deal-form.ts';
import { withWords } from '../words/later-words.ts';
import type { DraftsBarProps } from './deal-form/DraftsBar.tsx';
import type { WaitingDealsProps } from './deal-form/WaitingDeals.tsx';
import { PartMissing } from './PartMissing.tsx';
import type { PasteDialogProps } from './paste-fill/PasteDialog.tsx';

/**
 * What the page does not need until the rep does something: schemas, judging, sending, the receipt. It is fetched at the
 * first key, touch or click, so that the form itself is there sooner (budget: `e2e/first-load.spec.ts`). What says something
 * waits for its sentences, which come with it; sending waits for nothing.
 */
export const loadJudge = withWords(() => import('./deal-form/judge-entries.ts'));
export const loadChanged = withWords(() => import('./deal-form/changed-in-draft.ts'));
export const loadMeantElsewhere = withWords(() => import('./deal-form/meant-elsewhere.ts'));
export const loadNames = withWords(() => import('./deal-form/with-name.ts'));
export const loadSimilarDeals = withWords(() => import('./deal-form/SimilarDeals.tsx'));
export const loadOpenWords = withWords(() => import('./submissions/open-words.ts'));
export const loadStageWords = withWords(() => import('./deal-form/stage-chosen-words.ts'));
export const loadSending = () => import('./submissions/send-until-settled.ts');
export const loadLookup = () => import('./api/look-up.ts');
export const loadFreshForm = () => import('./deal-form/fresh-form.ts');
export const loadLeftBehind = withWords(() => import('./deal-form/send-left-behind.ts'));
export const loadJudgeFilled = withWords(() => import('./deal-form/judge-filled.ts'));
export const loadOutbox = () => import('./deal-form/outbox.ts');
export const loadPasteFill = withWords(() => import('./paste-fill/fill-from.ts'));
export const loadPins = withWords(() => import('./pins/pinned-entries.ts'));
export const loadPrefill = withWords(() => import('./prefill/prefill-from.ts'));
export const loadCrashPage = withWords(() => import('./CrashPage.tsx'));
const loadReceipt = withWords(() => import('./receipt/Receipt.tsx').then(({ Receipt }) => Receipt));
const loadOpenNotice = withWords(() => import('./submissions/OpenNotice.tsx').then(({ OpenNotice }) => OpenNotice));

/** A component that is fetched when it is first drawn; where that fails, a word and a way to try again stand in its place. */
const drawnLater = <Props,>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> =>
  lazy(async () => ({ default: await withWords(load)().catch((): ComponentType<Props> => PartMissing) }));

/** The same for what asks the server by queries. */
const askingLater = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  drawnLater<Props>(async () => {
    const [Part, { WithQueries }] = await Promise.all([load(), import('./api/with-queries.tsx')]);
    return (props) => (
      <WithQueries>
        <Part {...props} />
      </WithQueries>
    );
  });

const loadEndedNotice = withWords(() => import('./deal-form/EndedSendNotice.tsx').then(({ EndedSendNotice: loaded }) => loaded));
export const Receipt = drawnLater(loadReceipt);
export const EndedSendNotice = drawnLater(loadEndedNotice);
export const OpenNotice = askingLater(loadOpenNotice);
const loadErrorSummary = withWords(() => import('./deal-form/ErrorSummary.tsx').then(({ ErrorSummary: loaded }) => loaded));
export const ErrorSummary = drawnLater(loadErrorSummary);
export const ChangedFormNotice = drawnLater(() =>
  import('./deal-form/ChangedFormNotice.tsx').then(({ ChangedFormNotice: loaded }) => loaded),
);
export const PrefillNotice = drawnLater(() => import('./prefill/PrefillNotice.tsx').then(({ PrefillNotice: loaded }) => loaded));
// Beside the title there is no room for a word about it: where it cannot be fetched, the form stands alone.
const loadDraftsBar = withWords(() => import('./deal-form/DraftsBar.tsx').then(({ DraftsBar: loaded }) => loaded));
export const DraftsBar = lazy(async () => ({
  default: await loadDraftsBar().catch((): ComponentType<DraftsBarProps> => () => null),
}));
const loadWaitingDeals = withWords(() => import('./deal-form/WaitingDeals.tsx').then(({ WaitingDeals: loaded }) => loaded));
export const WaitingDeals = lazy(async () => ({
  default: await loadWaitingDeals().catch((): ComponentType<WaitingDealsProps> => () => null),
}));
export const loadKeptHere = () => import('./sign-out/kept-here.ts');
export const SignOutDialog = drawnLater(() => import('./sign-out/SignOutDialog.tsx').then(({ SignOutDialog: loaded }) => loaded));
const loadPasteDialog = withWords(() => import('./paste-fill/PasteDialog.tsx').then(({ PasteDialog: loaded }) => loaded));
export const PasteDialog = lazy(async () => ({
  default: await loadPasteDialog().catch((): ComponentType<PasteDialogProps> => () => null),
}));
export const PasteNotice = drawnLater(() => import('./paste-fill/PasteNotice.tsx').then(({ PasteNotice: loaded }) => loaded));
export const PinnedNotice = drawnLater(() => import('./pins/PinnedNotice.tsx').then(({ PinnedNotice: loaded }) => loaded));
export const PastedMark = drawnLater(() => import('./paste-fill/PastedMark.tsx').then(({ PastedMark: loaded }) => loaded));
export const KeysList = drawnLater(() => import('./KeysList.tsx').then(({ KeysList: loaded }) => loaded));
export const LeftOutNotice = drawnLater(() =>
  import('./deal-form/LeftOutNotice.tsx').then(({ LeftOutNotice: loaded }) => loaded),
);
export const NewFormNotice = drawnLater(() =>
  import('./deal-form/NewFormNotice.tsx').then(({ NewFormNotice: loaded }) => loaded),
);
export const Links = askingLater(() =>
  import('./links/Links.tsx').then(async ({ Links: loaded, prepareLinks }) => {
    await prepareLinks();
    return loaded;
  }),
);
export const Bulk = askingLater(() => import('./bulk/Bulk.tsx').then(({ Bulk: loaded }) => loaded));
export const Preferences = drawnLater(() => import('./preferences/Preferences.tsx').then(({ Preferences: loaded }) => loaded));
export const CreatedDetails = drawnLater(() =>
  import('./my-deals/CreatedDetails.tsx').then(({ CreatedDetails: loaded }) => loaded),
);
export const MyDeals = askingLater(() => import('./my-deals/MyDeals.tsx').then(({ MyDeals: loaded }) => loaded));
export const Setup = askingLater(() =>
  import('./setup/Setup.tsx').then(async ({ Setup: loaded, prepareSetup }) => {
    await prepareSetup();
    return loaded;
  }),
);

/** Fetches what the form needs of it when the rep first touches the page, and notes what a time without a connection needs. */
export function useLoadLater({ fields, me }: Pick<DealForm, 'fields' | 'me'>): void {
  const form = useRef({ fields, me });
  useEffect(() => {
    const controller = new AbortController();
    const load = () => {
      controller.abort();
      // A failed fetch is told where the part is needed, and tried again there.
      void Promise.allSettled([
        loadLookup().then(({ noteRecents }) => noteRecents(form.current.fields, form.current.me)),
        loadJudge(),
        loadNames(),
        loadSending(),
        loadReceipt(),
        loadOpenNotice(),
        loadEndedNotice(),
        loadErrorSummary(),
        loadOpenWords(),
        loadDraftsBar(),
        loadLeftBehind(),
        loadWaitingDeals(),
        loadPasteDialog(),
      ]);
    };
    for (const event of ['keydown', 'pointerdown', 'input'] as const) {
      window.addEventListener(event, load, { signal: controller.signal, capture: true, passive: true });
    }
    return () => controller.abort();
  }, []);
}
