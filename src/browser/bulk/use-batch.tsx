import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DealForm } from '../../contract/deal-form.ts';
import { submissionPath } from '../../contract/paths.ts';
import { type Submission, submissionSchema } from '../../contract/submission.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { callApi } from '../api/client.ts';
import { type Draft, type DraftOwner, draftNews, listDrafts } from '../deal-form/draft-store.ts';
import { isSettled } from '../submissions/look-pauses.ts';
import { type Batch, type BatchRow, changeBatch, readBatch } from './batch-store.ts';
import { type JudgedRow, judgeRow } from './judge-row.ts';

/** A row as the page shows it. */
export interface Row {
  id: string;
  /** While this browser has it. */
  draft: Draft | null;
  /** Of a draft that is not sent, once it is judged. */
  judged: JudgedRow | null;
  /** As the server last had it. */
  submission: Submission | null;
  /** By slug. */
  words: Readonly<Record<string, string>>;
}

interface Kept {
  batch: Batch;
  drafts: readonly Draft[];
}

/** How long the page rests between two readings, per draft, in ms. */
const restPerDraftMs = 2;

/** The batch with its drafts, as they are now, whichever tab changes them; null before they are read. */
function useKept({ workspace, member }: DraftOwner): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    const owner = { workspace, member };
    let isGone = false;
    let isReading = false;
    let isStale = false;
    const read = async () => {
      isStale = true;
      if (isReading) return;
      isReading = true;
      // Many changes at once are read once.
      while (isStale && !isGone) {
        isStale = false;
        const [batch, drafts] = [await readBatch(owner), await listDrafts(owner)];
        if (!isGone) setKept({ batch, drafts });
        // Drawing two hundred rows takes its time.
        await new Promise((resolve) => setTimeout(resolve, drafts.length * restPerDraftMs));
      }
      isReading = false;
    };
    void read();
    const channel = new BroadcastChannel(draftNews);
    channel.onmessage = () => void read();
    return () => {
      isGone = true;
      channel.close();
    };
  }, [workspace, member]);
  return kept;
}

const versionOf = ({ id, saved_at, sent }: Draft, { schema_version }: DealForm): string =>
  [id, saved_at, sent === null, schema_version].join(' ');

/** Drafts as the send would judge them, by their {@link versionOf}. */
function useJudged(drafts: readonly Draft[], form: DealForm, locale: string): ReadonlyMap<string, JudgedRow> {
  const [judged, setJudged] = useState<ReadonlyMap<string, JudgedRow>>(new Map());
  const known = useRef(new Map<string, JudgedRow>());
  useEffect(() => {
    let isOver = false;
    const judge = async () => {
      const versions = new Set<string>();
      for (const draft of drafts) {
        const version = versionOf(draft, form);
        versions.add(version);
        const row = known.current.get(version) ?? (await judgeRow(draft, form, locale).catch(() => null));
        if (row) known.current.set(version, row);
        if (isOver) return;
      }
      known.current = new Map([...known.current].filter(([version]) => versions.has(version)));
      setJudged(known.current);
    };
    void judge();
    return () => {
      isOver = true;
    };
  }, [drafts, form, locale]);
  return judged;
}

/** How long to wait before the server is asked once more about what is not settled, or could not be asked. */
const askAgainMs = 5_000;

/** How the server has those of which this browser has no draft any more. */
const askedSubmission = (id: string) => ({
  queryKey: ['submission', id],
  queryFn: () =>
    callApi(submissionPath(id), { answer: submissionSchema }).catch((error: unknown) => {
      // Discarded elsewhere, or forgotten.
      if (error instanceof ApiProblem && [404, 410].includes(error.problem.status)) return null;
      throw error;
    }),
  networkMode: 'always' as const,
  retry: false,
  // What is settled stays so.
  staleTime: Number.POSITIVE_INFINITY,
  refetchInterval: ({ state: { data, error } }: { state: { data: Submission | null | undefined; error: unknown } }) =>
    error || (data && !isSettled(data.state)) ? askAgainMs : (false as const),
});

/** What a row shows of a deal that is created: as Attio stored it, whatever was changed in the form before. */
function storedWords(words: BatchRow['words'], submission: Submission | null): BatchRow['words'] {
  const lines = submission?.receipt?.filter(({ field }) => field === 'name' || Object.hasOwn(words, field)) ?? [];
  return { ...words, ...Object.fromEntries(lines.flatMap(({ field, stored }) => (stored === null ? [] : [[field, stored]]))) };
}

/** The rows of the owner's batch, in the order in which they were pasted; null before they are read. */
export function useBatch(owner: DraftOwner, form: DealForm, locale: string): { rows: readonly Row[]; batch: Batch } | null {
  const kept = useKept(owner);
  const draftOf = useMemo(() => {
    const all = kept?.drafts.filter(({ in_batch: isRow }) => isRow) ?? [];
    return new Map([
      ...all.flatMap((draft) => (draft.was ? [[draft.was, draft] as const] : [])),
      ...all.map((one) => [one.id, one] as const),
    ]);
  }, [kept]);
  const unsent = useMemo(() => [...new Set(draftOf.values())].filter(({ sent }) => sent === null), [draftOf]);
  const judged = useJudged(unsent, form, locale);

  const ids = kept?.batch.rows.map(({ id }) => id) ?? [];
  const gone = ids.filter((id) => !draftOf.has(id));
  const asked = useQueries({ queries: gone.map(askedSubmission) });
  const answers = new Map(gone.map((id, at) => [id, asked[at]?.data]));
  /** As each was seen last: what has just settled is asked about once more. */
  const seen = useRef(new Map<string, Submission>());

  // What was taken back goes on under another id; what was discarded is no row any more; what another tab has kept again is one.
  const { workspace, member } = owner;
  const moved = ids.flatMap((id) => {
    const now = draftOf.get(id)?.id;
    return now !== undefined && now !== id ? [[id, now] as const] : [];
  });
  const dropped = ids.filter((id) => answers.get(id) === null);
  const listed = new Set([...ids, ...moved.map(([, id]) => id)]);
  const found = kept ? unsent.map(({ id }) => id).filter((id) => !listed.has(id)) : [];
  const change = JSON.stringify({ moved, dropped, found });
  useEffect(() => {
    const now: { moved: [string, string][]; dropped: string[]; found: string[] } = JSON.parse(change);
    if (now.moved.length + now.dropped.length + now.found.length === 0) return;
    const idNow = new Map(now.moved);
    changeBatch({ workspace, member }, (batch) => {
      const rows = batch.rows
        .filter(({ id }) => !now.dropped.includes(id))
        .map((row) => ({ ...row, id: idNow.get(row.id) ?? row.id }));
      const isNew = (id: string) => !rows.some((row) => row.id === id);
      return { ...batch, rows: [...rows, ...now.found.filter(isNew).map((id) => ({ id, words: {} }))] };
    }).catch(() => undefined);
  }, [change, workspace, member]);

  if (!kept) return null;
  const rows = kept.batch.rows.map(({ id, words }): Row => {
    const draft = draftOf.get(id) ?? null;
    const row = draft?.sent === null ? (judged.get(versionOf(draft, form)) ?? null) : null;
    const submission = (draft ? draft.accepted : (answers.get(id) ?? seen.current.get(id))) ?? null;
    if (submission) seen.current.set(id, submission);
    return { id: draft?.id ?? id, draft, judged: row, submission, words: row?.words ?? storedWords(words, submission) };
  });
  return { rows, batch: kept.batch };
}
