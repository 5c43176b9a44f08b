import type { ReactNode } from 'react';
import { momentWords } from '../../attributes/timestamp/moment-words.ts';
import type { NewRecordOutcome, ReceiptLine, Submission } from '../../contract/submission.ts';
import { t } from '../../words/t.ts';

interface ReceiptLinesProps {
  submission: Submission;
  /** BCP 47. */
  locale: string;
  /** What stands at the end of a field's line, if anything does. */
  atEnd?: (field: string) => ReactNode;
}

/** Each field of a created deal as Attio stored it, and as it was sent where that is not the same. */
export const ReceiptLines = ({ submission, locale, atEnd }: ReceiptLinesProps) => (
  <dl className="border-t border-line">
    {(submission.receipt ?? []).map((line) => (
      <Line
        key={line.field}
        line={onOwnClock(line, locale)}
        fresh={submission.new_records.filter(({ field }) => field === line.field)}
        end={atEnd?.(line.field)}
      />
    ))}
  </dl>
);

/** A line with its moments on the rep's own clock: the server knows no zone but UTC. */
function onOwnClock({ moments, ...line }: ReceiptLine, locale: string): ReceiptLine {
  const words = (all: readonly string[]) => all.map((moment) => momentWords(moment, locale)).join('; ');
  if (!moments) return line;
  return { ...line, sent: line.sent && words(moments.sent), stored: line.stored && words(moments.stored) };
}

/** A field as stored; where that is not what was sent, both stand there. */
const Line = ({ line, fresh, end }: { line: ReceiptLine; fresh: readonly NewRecordOutcome[]; end: ReactNode }) => (
  <div className="grid gap-x-4 border-b border-line py-3 min-[480px]:grid-cols-[10.5rem_1fr]">
    <dt className="text-muted" dir="auto">
      {line.title}
    </dt>
    <dd className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <bdi className="whitespace-pre-wrap tabular-nums">{line.stored ?? t('receipt.storedNothing')}</bdi>
        {!line.same && line.sent !== null && (
          <span className="block text-small text-warn" dir="auto">
            {t('receipt.sentAs', { words: line.sent })}
          </span>
        )}
        {fresh.map(({ name, how, record_id }) => (
          <span key={record_id ?? name} className="block text-small text-muted" dir="auto">
            {how === 'made' ? t('receipt.made', { name }) : t('receipt.found', { name })}
          </span>
        ))}
      </div>
      {end}
    </dd>
  </div>
);
