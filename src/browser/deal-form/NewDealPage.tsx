import { Suspense, useCallback, useRef, useState } from 'react';
import type { DealForm as DealFormData } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Session } from '../../contract/session.ts';
import type { Submission } from '../../contract/submission.ts';
import { Card } from '../../ui/Card.tsx';
import { t } from '../../words/t.ts';
import { Receipt, useLoadLater } from '../later.tsx';
import { usePasted } from '../paste-fill/use-pasted.tsx';
import { usePins } from '../pins/use-pins.tsx';
import type { Prefill } from '../prefill/prefill-from.ts';
import { usePrefill } from '../prefill/use-prefill.tsx';
import { useSubmission } from '../submissions/use-submission.tsx';
import { cannotSendWords } from './cannot-send.ts';
import { DealForm } from './DealForm.tsx';
import type { Draft, Entries } from './draft-store.ts';
import type { EndedSend } from './EndedSendNotice.tsx';
import { endedBy, endedWith } from './ended-by.ts';
import { FormHead } from './FormHead.tsx';
import { FormNotices } from './FormNotices.tsx';
import { mergeEntries, touchedEntries } from './merge-entries.ts';
import { rememberFold } from './remember-fold.ts';
import { SendNotice } from './SendNotice.tsx';
import { StandingStatus } from './StandingStatus.tsx';
import { seenTitles } from './seen-titles.ts';
import { sendHoldOf } from './send-hold.ts';
import { isSameEntry, startingEntries } from './starting-entries.ts';
import { statusWords } from './status-words.ts';
import { useDraft } from './use-draft.tsx';
import { useFormInPlace } from './use-form-in-place.tsx';

interface NewDealPageProps {
  session: Session;
  dealForm: DealFormData;
  locale: string;
  isApple: boolean;
  /** Whether this person left the folded fields open. */
  wasUnfolded: boolean;
}

/** What the form is given: another `deal` is another form, other `entries` are put into the one that stands. */
interface Given {
  deal: number;
  entries: Entries;
}

/** The page that a rep keeps open: one deal after the other, each typed, sent and shown as it was stored. */
export function NewDealPage({ session, dealForm: loadedForm, locale: ownLocale, isApple, wasUnfolded }: NewDealPageProps) {
  useLoadLater(loadedForm);
  const [given, setGiven] = useState<Given>(() => ({ deal: 1, entries: startingEntries(loadedForm) }));
  const [isUnfolded, setUnfolded] = useState(wasUnfolded);
  const [created, setCreated] = useState<Submission | null>(null);
  const [ended, setEnded] = useState<EndedSend | null>(null);
  const [isCancelled, setCancelled] = useState(false);
  const owner = { workspace: session.workspace.id, member: session.member.id };
  const draftId = useRef('');
  draftId.current ||= crypto.randomUUID();
  const entries = useRef(given.entries);
  /** The next deal, typed while the page was still finding out that one is on its way. */
  const typedSince = useRef<{ id: string; entries: Entries } | null>(null);

  const current = useFormInPlace(loadedForm, {
    ...{ locale: ownLocale, entries },
    onTaken: () => setGiven(({ deal }) => ({ deal: deal + 1, entries: entries.current })),
    onNamed: (named) => setEnded((refused) => refused && { ...refused, errors: named(refused.errors) }),
  });
  const dealForm = current.form;
  const locale = current.typedBy.current;

  const draftOf = (sent: Draft['sent']): Draft => ({
    id: draftId.current,
    entries: entries.current,
    words: current.words(),
    ...{ schema_version: dealForm.schema_version, locale: current.typedBy.current },
    ...{ saved_at: new Date().toISOString(), sent },
    ...(paste.standing.current && { pasted: paste.standing.current }),
  });

  const keptDraft = useRef(draftOf);
  keptDraft.current = draftOf;

  /** The id is spent. What was typed goes on under a new one. */
  const takeNewId = () => {
    const spent = draftId.current;
    draftId.current = crypto.randomUUID();
    void draft.keep({ ...draftOf(null), was: spent }).then(() => draft.forget(spent));
  };

  /** The form with all that stands in it, as another deal. */
  const writeAnew = () => {
    takeNewId();
    setEnded(null);
    setGiven(({ deal }) => ({ deal: deal + 1, entries: entries.current }));
  };

  const submission = useSubmission({
    author: session.member.id,
    onCreated(settled) {
      void draft.forget(draftId.current);
      setCreated(settled);
    },
    onDismissed(mayExist) {
      if (mayExist) return setEnded({ how: 'dismissed', problem: null, errors: [], isOpen: true });
      takeNewId();
      setCancelled(true);
    },
    onRefused(error, { request, ...known }) {
      const { isSpent, end } = endedWith(error, known);
      if (isSpent) takeNewId();
      else void draft.keep(draftOf(known.isOpen ? request : null));
      // What the server does not take, the page did: it may be judged by another form.
      if (isSpent && end.errors.length > 0) void current.refresh();
      setEnded(end);
    },
  });

  const [prefill, setPrefill] = useState<Prefill | null>(null);
  const isPrefilled = usePrefill(dealForm, ownLocale, (found) => {
    if (!found.like?.failed) {
      start(null, found.entries);
      void draft.keep(draftOf(null));
    }
    current.tell(found.errors ?? []);
    setPrefill(found);
  });
  const onFound = (found: Draft | null) => {
    if (!found) return isPrefilled.current || pins.beginFirst();
    // A link is a deal of its own: what was there goes on beside it.
    if (isPrefilled.current && found.sent) return draft.leaveBehind({ ...found, is_left: true });
    if (isPrefilled.current) return void draft.letGo(found.id);
    const kept = current.opened(found);
    const typed = touchedEntries(entries.current, startingEntries(dealForm));
    const wasTyped = Object.keys(typed).length > 0;
    const [own, ownEntries] = [draftId.current, entries.current];
    draftId.current = found.id;
    give(found.sent ? kept : mergeEntries(dealForm, kept, typed));
    paste.restore(found.pasted);
    if (found.sent) {
      // That deal is on its way as it stands; what was typed since is another one.
      if (wasTyped) typedSince.current = { id: own, entries: ownEntries };
      submission.send({ id: found.id, request: found.sent, ...draft.resumeSent(found) });
    } else if (wasTyped) void draft.keep(draftOf(null)).then(() => draft.forget(own));
  };
  const draft = useDraft(owner, { prepare: current.inLocale, onFound });

  /** Puts entries into the form that stands. */
  const give = (next: Entries) => {
    entries.current = next;
    setGiven(({ deal }) => ({ deal, entries: next }));
  };
  const giveAndKeep = (next: Entries, errors: readonly FieldError[] = []) => {
    give(next);
    current.tell(errors);
    void draft.keep(draftOf(null));
  };
  // What only stands there because it is pinned is no draft yet.
  const pins = usePins(owner, dealForm, {
    locale: ownLocale,
    entries,
    onGive: give,
    onDrop: draft.status === 'none' ? give : giveAndKeep,
  });
  const paste = usePasted(dealForm, { owner, locale, entries, pinned: pins.held, onGive: giveAndKeep });

  const { keep } = draft;
  const { note } = paste;
  const onEntries = useCallback(
    (next: Entries) => {
      // The form tells of what it was given too; only what was typed is a draft.
      if (isSameEntry(next, entries.current)) return;
      setEnded(null);
      setCancelled(false);
      entries.current = next;
      note(next);
      void keep(keptDraft.current(null));
    },
    [keep, note],
  );

  /** Keeps what is in the form for later. */
  const setAside = () => draft.setAside(draftId.current);

  /** Goes on with another draft, or an empty form, in the place of what was in the form. */
  const start = (next: Draft | null, given?: Entries) => {
    draftId.current = next?.id ?? crypto.randomUUID();
    current.begin();
    entries.current = next ? current.opened(next) : (given ?? startingEntries(dealForm));
    pins.begin(!next && !given);
    setPrefill(null);
    paste.restore(next?.pasted);
    setEnded(next?.refused ? endedBy(next.refused) : null);
    setCancelled(false);
    setGiven(({ deal }) => ({ deal: deal + 1, entries: entries.current }));
  };

  const onSend = (values: Record<string, unknown>) => {
    current.goOn();
    setEnded(null);
    setCancelled(false);
    const [seen, hold] = [seenTitles(dealForm.fields, values), sendHoldOf(owner)];
    const request = { values, schema_version: dealForm.schema_version, seen, ...(hold > 0 && { hold_seconds: hold }) };
    // Kept as sent before the first byte leaves: a crash from here on resumes the same submission, never another.
    submission.send({ id: draftId.current, request, ...draft.keepSent(draftOf(request)) });
  };

  const startNext = () => {
    const open = submission.leave();
    if (open) {
      // This browser goes on with it, until nothing more can come of it.
      const left = { ...draftOf(null), ...open, is_left: true };
      void draft.keep(left).then(() => draft.leaveBehind(left));
    } else void draft.forget(draftId.current);
    const since = typedSince.current;
    typedSince.current = null;
    setCreated(null);
    start(null, since?.entries);
    if (since) draftId.current = since.id;
  };

  /** Nothing of it has left: it is a draft as before. */
  const takeBack = () => {
    submission.leave();
    void draft.keep(draftOf(null));
  };

  if (created) {
    return (
      <Suspense>
        <Receipt
          sent={{ owner, form: dealForm, entries: entries.current, submission: created }}
          workspace={session.workspace.name}
          locale={locale}
          onNext={startNext}
        />
      </Suspense>
    );
  }

  const cannotSend = cannotSendWords(dealForm);
  const isLocked = submission.standing !== null || ended?.isOpen || cannotSend !== null;
  return (
    <>
      <FormHead
        owner={owner}
        ownId={draftId.current}
        isKept={draft.status === 'saved'}
        hasOthers={draft.hasOthers}
        hasLeft={draft.hasLeft}
        isLocked={isLocked}
        locale={locale}
        onTake={paste.take}
        onSetAside={setAside}
        onTakeUp={(id) => draft.takeUp(id).then((taken) => taken && current.inLocale(taken))}
        onStart={start}
      />
      <Card>
        <DealForm
          key={given.deal}
          dealForm={dealForm}
          locale={locale}
          isApple={isApple}
          entries={given.entries}
          isUnfolded={isUnfolded}
          onFold={(isOpen) => {
            setUnfolded(isOpen);
            rememberFold(session, isOpen);
          }}
          isAttiosRefusal={ended?.problem?.upstream !== undefined}
          locked={isLocked}
          refused={ended?.errors ?? current.told}
          isChanging={current.standing !== 'as-loaded'}
          notice={
            <FormNotices
              isFormNew={current.standing === 'changed'}
              {...{ gone: current.gone, prefill, paste: paste.notice, pinned: pins.notice }}
            >
              <SendNotice
                cannotSend={cannotSend}
                standing={submission.standing}
                ended={ended}
                locale={locale}
                onLookNow={submission.lookNow}
                onTakeBack={takeBack}
                onDecided={submission.goOn}
                onStartAnother={startNext}
                onAnew={writeAnew}
              />
            </FormNotices>
          }
          status={isCancelled ? t('dismissed.cancelled') : statusWords(submission.standing, draft.status)}
          markOf={paste.markOf}
          onEntries={onEntries}
          onSend={onSend}
        />
      </Card>
      <StandingStatus standing={submission.standing} isCancelled={isCancelled} />
    </>
  );
}
