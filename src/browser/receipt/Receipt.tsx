import { useEffect, useRef } from 'react';
import { momentWords } from '../../attributes/timestamp/moment-words.ts';
import type { NewRecordOutcome, ReceiptLine, Submission } from '../../contract/submission.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Key } from '../../ui/Key.tsx';
import { en } from '../../words/en.ts';
import { laterWords } from '../../words/later-words.ts';
import { DuplicatesNotice } from '../submissions/DuplicatesNotice.tsx';
import { useCopy } from '../use-copy.tsx';

interface ReceiptProps {
  submission: Submission;
  workspace: string;
  /** BCP 47. */
  locale: string;
  onNext: () => void;
}

/** The created deal: what Attio stored, where that differs from what was sent, and the way to it. */
export function Receipt({ submission, workspace, locale, onNext }: ReceiptProps) {
  const open = useRef<HTMLAnchorElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const latestNext = useRef(onNext);
  latestNext.current = onNext;

  useEffect(() => {
    (open.current ?? next.current)?.focus();
    const title = document.title;
    document.title = laterWords.documentTitle(laterWords.receipt.title);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'n' || event.metaKey || event.ctrlKey || event.altKey || event.repeat) return;
      event.preventDefault();
      latestNext.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      document.title = title;
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  const { web_url } = submission;
  return (
    <Card>
      <div className="flex items-center gap-3.5">
        <span aria-hidden="true" className="grid size-9 shrink-0 place-items-center rounded-full bg-success-soft text-success">
          <svg viewBox="0 0 12 10" className="w-3.5 fill-none stroke-current stroke-[1.8]" aria-hidden="true">
            <path d="M1 5.5l3.2 3L11 1.5" />
          </svg>
        </span>
        <div>
          <h1 className="text-title font-[620] tracking-[-0.01em]">{laterWords.receipt.title}</h1>
          <p className="text-small text-muted">{laterWords.receipt.where(workspace)}</p>
        </div>
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-3">
        {web_url ? (
          <ButtonLink ref={open} weight="primary" href={web_url} target="_blank" rel="noopener noreferrer">
            {laterWords.receipt.open}
            <Key>⏎</Key>
          </ButtonLink>
        ) : (
          <p className="text-muted">{laterWords.receipt.noLink}</p>
        )}
        <Button ref={next} weight="secondary" onClick={onNext} aria-keyshortcuts="n">
          {en.newDeal}
          <Key>N</Key>
        </Button>
        {web_url && <CopyLink url={web_url} />}
      </div>
      <div className="mt-5 empty:hidden">
        <DuplicatesNotice submission={submission} />
      </div>
      <dl className="mt-6 border-t border-line">
        {(submission.receipt ?? []).map((line) => (
          <Line
            key={line.field}
            line={onOwnClock(line, locale)}
            fresh={submission.new_records.filter(({ field }) => field === line.field)}
          />
        ))}
      </dl>
    </Card>
  );
}

/** A line with its moments on the rep's own clock: the server knows no zone but UTC. */
function onOwnClock({ moments, ...line }: ReceiptLine, locale: string): ReceiptLine {
  const words = (all: readonly string[]) => all.map((moment) => momentWords(moment, locale)).join('; ');
  if (!moments) return line;
  return { ...line, sent: line.sent && words(moments.sent), stored: line.stored && words(moments.stored) };
}

/** A field as stored; where that is not what was sent, both stand there. */
const Line = ({ line, fresh }: { line: ReceiptLine; fresh: readonly NewRecordOutcome[] }) => (
  <div className="grid gap-x-4 border-b border-line py-3 min-[480px]:grid-cols-[10.5rem_1fr]">
    <dt className="text-muted" dir="auto">
      {line.title}
    </dt>
    <dd>
      <bdi className="whitespace-pre-wrap tabular-nums">{line.stored ?? laterWords.receipt.storedNothing}</bdi>
      {!line.same && line.sent !== null && (
        <span className="block text-small text-warn" dir="auto">
          {laterWords.receipt.sentAs(line.sent)}
        </span>
      )}
      {fresh.map(({ name, how, record_id }) => (
        <span key={record_id ?? name} className="block text-small text-muted" dir="auto">
          {how === 'made' ? laterWords.receipt.made(name) : laterWords.receipt.found(name)}
        </span>
      ))}
    </dd>
  </div>
);

function CopyLink({ url }: { url: string }) {
  const { isCopied, copy } = useCopy();
  return (
    <>
      <Button weight="quiet" onClick={() => copy(url)}>
        {laterWords.receipt.copy}
      </Button>
      <span role="status" className="text-small text-muted">
        {isCopied && laterWords.receipt.copied}
      </span>
    </>
  );
}
