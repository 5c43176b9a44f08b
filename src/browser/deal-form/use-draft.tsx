import { useCallback, useEffect, useRef, useState } from 'react';
import { draftParameter } from '../../contract/paths.ts';
import { loadLeftBehind } from '../later.tsx';
import { rememberedInTab, rememberInTab } from '../tab-memory.ts';
import { claimUnsent } from './claim-unsent.ts';
import {
  type Draft,
  type DraftOwner,
  deleteDraft,
  listDrafts,
  markAside,
  readDraft,
  saveAtOnce,
  saveDraft,
  triedDraft,
} from './draft-store.ts';
import { holdAtOnce, holdDraft } from './hold-draft.ts';
import { isSameEntry } from './starting-entries.ts';

export type DraftStatus = 'none' | 'saved' | 'cannot-save';

/** What was found as the page opened: the draft to go on with, what lets it go, and whether there are others. */
interface Found {
  draft: Draft | null;
  /** Whether it was in this tab's form before, or the address names it: what is typed meanwhile is then typed into it. */
  isOwn: boolean;
  release: () => void;
  hasOthers: boolean;
}

/** What a deal is sent with: when its draft is kept, and what is noted once there is a connection, if there is none now. */
export interface KeptSent {
  kept: Promise<void>;
  beforeTry: (() => Promise<void>) | null;
}

/** What a tab remembers: the id of the draft in its form. Several that are reloaded at once take up their own. */
const inForm = 'draft-in-form';

/**
 * The draft that the page's address names; else this tab's, or the newest, that the rep has not put aside, nor gone on from, nor has among
 * several. None that another tab is at.
 * @param own the id of the draft that was in this tab's form last
 */
async function claimDraft(owner: DraftOwner, own: string, isGone: () => boolean): Promise<Found> {
  const found: Found = { draft: null, isOwn: false, release: () => {}, hasOthers: false };
  const wanted = new URLSearchParams(window.location.search).get(draftParameter);
  const isWanted = ({ id, was }: Draft) => wanted !== null && (id === wanted || was === wanted);
  const rank = (draft: Draft) => Number(isWanted(draft)) * 2 + Number(draft.id === own);
  const drafts = await listDrafts(owner);
  for (const draft of drafts.toSorted((one, other) => rank(other) - rank(one))) {
    const staysAway = draft.is_aside || draft.in_batch;
    if (found.draft || draft.is_left || (staysAway && !isWanted(draft))) {
      found.hasOthers ||= draft.sent === null && !draft.in_batch;
      continue;
    }
    const isOwn = rank(draft) > 0;
    // Only the page before this one, of this tab, may be about to let it go.
    const release = await (isOwn ? holdDraft : holdAtOnce)(draft.id);
    // Whoever held it may have made a deal of it meanwhile.
    const now = release && (await readDraft(owner, draft.id));
    if (!now || isGone()) release?.();
    else Object.assign(found, { draft: now, isOwn, release });
    found.hasOthers ||= !release;
  }
  return found;
}

/** A draft that stays the row it was; what its fields did not take is seen to where something else stands there now. */
function asRow(draft: Draft, { unread = [], entries }: Draft): Draft {
  const left = unread.filter(({ slug }) => isSameEntry(draft.entries[slug], entries[slug]));
  return { ...draft, in_batch: true, ...(left.length > 0 && { unread: left }) };
}

/** What the page does with the draft that it left behind, once, as it opens. */
interface OnOpen {
  /** Makes it ready for the form. Never rejects. */
  prepare: (draft: Draft) => Promise<Draft>;
  /** Gets it, or none. */
  onFound: (draft: Draft | null) => void;
}

/** Keeps the rep's drafts in this browser. */
export function useDraft({ workspace, member }: DraftOwner, onOpen: OnOpen) {
  const [status, setStatus] = useState<DraftStatus>('none');
  // As it was before anything that was typed early is kept.
  const [own] = useState(() => rememberedInTab({ workspace, member }, inForm));
  const [hasOthers, setHasOthers] = useState(false);
  /** Whether some deal goes out, or waits to, that is not in the form. */
  const [hasLeft, setHasLeft] = useState(false);
  /** By id, what lets a draft of this page go. */
  const held = useRef(new Map<string, () => void>());
  /** By id, those that are rows of the page of several deals, as they came into the form. */
  const inBatch = useRef(new Map<string, Draft>());
  /** The id of the draft in the form, once there is one. */
  const latest = useRef('');
  const pending = useRef<Draft | null>(null);
  const writing = useRef<Promise<void> | null>(null);
  /** What is on its way to the disk, and would be lost if the page were left now. */
  const unwritten = useRef<Draft | null>(null);

  const putInForm = useCallback(
    (id: string) => {
      latest.current = id;
      rememberInTab({ workspace, member }, inForm, id);
    },
    [workspace, member],
  );

  const write = useCallback(async () => {
    for (let draft = pending.current; draft; draft = pending.current) {
      pending.current = null;
      await saveDraft({ workspace, member }, draft).then(
        () => setStatus('saved'),
        () => setStatus('cannot-save'),
      );
    }
    unwritten.current = null;
    writing.current = null;
  }, [workspace, member]);

  /** Keeps the draft at once; while one is being written only the newest waits. Resolves when it is kept. */
  const keep = useCallback(
    (next: Draft): Promise<void> => {
      const { id, was = id } = next;
      const row = inBatch.current.get(was);
      if (row) inBatch.current.set(id, row);
      const draft = row ? asRow(next, row) : next;
      if (!held.current.has(id)) {
        held.current.set(id, () => {});
        void holdDraft(id).then((release) => release && held.current.set(id, release));
      }
      if (latest.current !== id) putInForm(id);
      pending.current = draft;
      unwritten.current = draft;
      writing.current ??= write();
      return writing.current;
    },
    [write, putInForm],
  );

  /** Keeps a draft that is being sent. */
  const keepSent = (sent: Draft): KeptSent =>
    navigator.onLine
      ? { kept: keep(sent), beforeTry: null }
      : { kept: keep({ ...sent, is_untried: true }), beforeTry: () => keep(triedDraft(sent)) };

  /** Goes on with one that was sent from an earlier page. */
  const resumeSent = (sent: Draft): KeptSent => ({
    kept: Promise.resolve(),
    beforeTry: sent.is_untried ? () => keep(triedDraft(sent)) : null,
  });

  /** Forgets a draft that became a deal, or was kept on under another id. */
  const forget = useCallback(
    async (id: string) => {
      if (pending.current?.id === id) pending.current = null;
      await writing.current;
      await deleteDraft({ workspace, member }, id);
      held.current.get(id)?.();
      if (held.current.delete(id)) setStatus('none');
    },
    [workspace, member],
  );

  /** Lets a draft go once it is on the disk: another deal has come into the form. */
  const letGo = useCallback(async (id: string) => {
    while (writing.current !== null) await writing.current;
    held.current.get(id)?.();
    held.current.delete(id);
    setHasOthers(true);
    // One that was taken up before this one was let go is kept already.
    setStatus(latest.current === id ? 'none' : 'saved');
  }, []);

  /** Lets a draft go that the rep keeps for later: it is not opened by itself any more. */
  const setAside = useCallback(
    async (id: string) => {
      // What is typed while it is marked is kept without the mark.
      do {
        while (writing.current !== null) await writing.current;
        const draft = await readDraft({ workspace, member }, id);
        if (draft) await markAside({ workspace, member }, draft, true).catch(() => undefined);
      } while (writing.current !== null);
      await letGo(id);
    },
    [workspace, member, letGo],
  );

  /** Takes up a draft that was set aside. @returns it as it stands now; null when another tab is at it, or has ended it */
  const takeUp = useCallback(
    async (id: string): Promise<Draft | null> => {
      const release = held.current.get(id) ?? (await holdDraft(id));
      const draft = release && (await readDraft({ workspace, member }, id));
      if (!draft) {
        release?.();
        return null;
      }
      if (draft.is_aside) await markAside({ workspace, member }, draft, false).catch(() => undefined);
      held.current.set(id, release);
      putInForm(id);
      setStatus('saved');
      return draft;
    },
    [workspace, member, putInForm],
  );

  /** Goes on sending a deal that is no longer in the form. */
  const leaveBehind = useCallback(
    (draft: Draft, release = held.current.get(draft.id) ?? (() => {})) => {
      setHasLeft(true);
      // Nothing of the next one is kept yet.
      if (latest.current === draft.id) setStatus('none');
      held.current.set(draft.id, release);
      void loadLeftBehind()
        .then(({ sendLeftBehind }) => sendLeftBehind({ workspace, member }, { ...draft, is_left: true }))
        // It may have come back as a draft.
        .then(() => setHasOthers(true))
        // The part could not be fetched, or this browser keeps nothing: the next page tries again.
        .catch(() => undefined);
    },
    [workspace, member],
  );

  const atOpening = useRef(onOpen);
  useEffect(() => {
    let isGone = false;
    const { prepare, onFound } = atOpening.current;
    const claim = () => void claimUnsent({ workspace, member }, (id) => held.current.has(id), leaveBehind);
    void claimDraft({ workspace, member }, own, () => isGone).then(
      async ({ draft: claimed, isOwn, release, hasOthers: isMore }) => {
        // What was typed meanwhile is a deal of its own beside one that this tab never had.
        const isBeside = claimed !== null && !isOwn && claimed.sent === null && latest.current !== '';
        const found = isBeside ? null : claimed;
        if (isBeside) release();
        setHasOthers(isMore || isBeside);
        if (found?.in_batch) inBatch.current.set(found.id, found);
        if (found) held.current.set(found.id, release);
        else if (isGone) return;
        const draft = found && (await prepare(found));
        // Unless another is in the form already: a link's, or what was typed meanwhile.
        if (draft?.sent === null && latest.current === '') {
          putInForm(draft.id);
          setStatus('saved');
        }
        onFound(draft);
        if (!isGone) claim();
      },
    );
    window.addEventListener('online', claim);
    const onLeave = () => unwritten.current && saveAtOnce({ workspace, member }, unwritten.current);
    window.addEventListener('pagehide', onLeave);
    return () => {
      isGone = true;
      window.removeEventListener('online', claim);
      window.removeEventListener('pagehide', onLeave);
    };
  }, [workspace, member, own, leaveBehind, putInForm]);

  return { status, hasOthers, hasLeft, keep, keepSent, resumeSent, forget, leaveBehind, letGo, setAside, takeUp };
}
