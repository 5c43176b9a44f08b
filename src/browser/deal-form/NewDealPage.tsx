import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import type { DealForm as DealFormData } from '../../contract/deal-form.ts';
import type { FieldError, Problem } from '../../contract/problem.ts';
import type { Session } from '../../contract/session.ts';
import type { Submission } from '../../contract/submission.ts';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { en } from '../../words/en.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { useSignedOut } from '../api/signed-out.tsx';
import { KeysDialog } from '../KeysDialog.tsx';
import { loadReceipt, useLoadLater } from '../later.tsx';
import { useSubmission } from '../submissions/use-submission.tsx';
import { DealForm } from './DealForm.tsx';
import type { Draft, Entries } from './draft-store.ts';
import { mergeEntries, touchedEntries } from './merge-entries.ts';
import { SendNotice, SignInAgainNotice } from './SendNotice.tsx';
import { fittingEntries, isSameEntry, startingEntries } from './starting-entries.ts';
import { type DraftStatus, useDraft } from './use-draft.tsx';

interface NewDealPageProps {
  session: Session;
  dealForm: DealFormData;
  locale: string;
  isApple: boolean;
}

/** What the form is given: another `deal` is another form, other `entries` are put into the one that stands. */
interface Given {
  deal: number;
  entries: Entries;
}

/** What a page may remember of a send that did not end in a deal. */
interface RefusedSend {
  problem: Problem | null;
  errors: readonly FieldError[];
  /** Whether the deal may exist all the same: then nothing may be edited and sent anew. */
  isOpen: boolean;
}

/** Answers that judged the submission itself: its id is spent. After any other the same submission may still be sent. */
const judgedStatuses = new Set([400, 413, 422]);

const Receipt = lazy(loadReceipt);

const noErrors: readonly FieldError[] = [];

/** The page that a rep keeps open: one deal after the other, each typed, sent and shown as it was stored. */
export function NewDealPage({ session, dealForm, locale, isApple }: NewDealPageProps) {
  useLoadLater();
  const [given, setGiven] = useState<Given>(() => ({ deal: 1, entries: startingEntries(dealForm) }));
  const isSignedOut = useSignedOut();
  const [created, setCreated] = useState<Submission | null>(null);
  const [refusal, setRefusal] = useState<RefusedSend | null>(null);
  const draftId = useRef('');
  draftId.current ||= crypto.randomUUID();
  const entries = useRef(given.entries);
  /** The next deal, typed while the page was still finding out that one is on its way. */
  const typedSince = useRef<{ id: string; entries: Entries } | null>(null);

  const draftOf = (sent: Draft['sent']): Draft => ({
    id: draftId.current,
    entries: entries.current,
    saved_at: new Date().toISOString(),
    sent,
  });

  const submission = useSubmission({
    author: session.member.id,
    onCreated(settled) {
      void draft.forget(draftId.current);
      setCreated(settled);
    },
    onRefused(error, sent) {
      const problem = error instanceof ApiProblem ? error.problem : null;
      const isJudged = problem !== null && judgedStatuses.has(problem.status);
      if (isJudged) {
        // This id is spent. What was typed goes on under a new one.
        const spent = draftId.current;
        draftId.current = crypto.randomUUID();
        void draft.keep(draftOf(null)).then(() => draft.forget(spent));
      } else void draft.keep(draftOf(sent.mayBeApplied ? sent.request : null));
      setRefusal({ problem, errors: problem?.errors ?? noErrors, isOpen: sent.mayBeApplied && !isJudged });
    },
  });

  const draft = useDraft({ workspace: session.workspace.id, member: session.member.id }, (found) => {
    const kept = fittingEntries(found.entries, dealForm);
    const typed = touchedEntries(entries.current, startingEntries(dealForm));
    const wasTyped = Object.keys(typed).length > 0;
    const [own, ownEntries] = [draftId.current, entries.current];
    draftId.current = found.id;
    entries.current = found.sent ? kept : mergeEntries(dealForm, kept, typed);
    setGiven(({ deal }) => ({ deal, entries: entries.current }));
    if (found.sent) {
      // That deal is on its way as it stands; what was typed since is another one.
      if (wasTyped) typedSince.current = { id: own, entries: ownEntries };
      submission.send({ id: found.id, request: found.sent, kept: Promise.resolve() });
    } else if (wasTyped) void draft.keep(draftOf(null)).then(() => draft.forget(own));
  });

  const { keep } = draft;
  const onEntries = useCallback(
    (next: Entries) => {
      // The form tells of what it was given too; only what was typed is a draft.
      if (isSameEntry(next, entries.current)) return;
      setRefusal(null);
      entries.current = next;
      void keep({ id: draftId.current, entries: next, saved_at: new Date().toISOString(), sent: null });
    },
    [keep],
  );

  const onSend = (values: Record<string, unknown>) => {
    setRefusal(null);
    const request = { values, schema_version: dealForm.schema_version };
    // Kept as sent before the first byte leaves: a crash from here on resumes the same submission, never another.
    submission.send({ id: draftId.current, request, kept: draft.keep(draftOf(request)) });
  };

  const startNext = () => {
    submission.leave();
    void draft.forget(draftId.current);
    draftId.current = typedSince.current?.id ?? crypto.randomUUID();
    entries.current = typedSince.current?.entries ?? startingEntries(dealForm);
    typedSince.current = null;
    setCreated(null);
    setRefusal(null);
    setGiven(({ deal }) => ({ deal: deal + 1, entries: entries.current }));
  };

  if (created) {
    return (
      <Suspense>
        <Receipt submission={created} workspace={session.workspace.name} onNext={startNext} />
      </Suspense>
    );
  }

  const cannotSend = dealForm.unsupported.filter(({ required }) => required).map(({ title }) => title);
  const isLocked = submission.waiting !== null || refusal?.isOpen || cannotSend.length > 0;
  return (
    <>
      <h1 className="text-title font-[620] tracking-[-0.01em]">{en.newDeal}</h1>
      <div className="mt-1 mb-5 text-muted">
        {en.savedAsYouType} <KeysDialog />
      </div>
      <Card>
        <DealForm
          key={given.deal}
          dealForm={dealForm}
          locale={locale}
          isApple={isApple}
          entries={given.entries}
          isAttiosRefusal={refusal?.problem?.upstream !== undefined}
          locked={isLocked}
          refused={refusal?.errors ?? noErrors}
          notice={
            cannotSend.length > 0 ? (
              <Notice tone="warn" title={en.unsupported(cannotSend.join(', '))} />
            ) : isSignedOut ? (
              <SignInAgainNotice />
            ) : (
              <SendNotice
                waiting={submission.waiting}
                problem={refusal?.problem ?? null}
                hasFailed={refusal !== null}
                onRetry={submission.retryNow}
                onLeave={startNext}
              />
            )
          }
          status={statusWords(submission.waiting, draft.status)}
          onEntries={onEntries}
          onSend={onSend}
        />
      </Card>
    </>
  );
}

function statusWords(waiting: ReturnType<typeof useSubmission>['waiting'], draft: DraftStatus): string {
  if (waiting === 'sending') return en.sending.now;
  if (waiting === 'unknown') return en.sending.locked;
  if (waiting) return en.sending.keep;
  if (draft === 'saved') return en.draft.saved;
  return draft === 'cannot-save' ? en.draft.cannotSave : '';
}
