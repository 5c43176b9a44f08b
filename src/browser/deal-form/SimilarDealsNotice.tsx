import type { Duplicates } from '../../contract/duplicates.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { laterWords } from '../../words/later-words.ts';

interface SimilarDealsNoticeProps {
  similar: Duplicates;
  /** The rep has looked: none of these is it. */
  onPutAside: () => void;
}

/** Open deals that may be the same one, with what makes them look so. A warning: the deal can be sent all the same. */
export function SimilarDealsNotice({ similar: { checked, deals }, onPutAside }: SimilarDealsNoticeProps) {
  if (deals.length === 0) return checked ? null : <p className="text-small text-muted">{laterWords.similar.skipped}</p>;
  return (
    <Notice tone="calm" title={laterWords.similar.title(deals.length)} quiet>
      <p role="status" className="sr-only">
        {laterWords.similar.title(deals.length)}
      </p>
      <ul className="mt-2 grid gap-2.5">
        {deals.map(({ record_id, name, web_url, details, reasons }) => (
          <li key={record_id}>
            <p className="font-[550]" dir="auto">
              {web_url ? (
                <a href={web_url} target="_blank" rel="noopener noreferrer" className="underline underline-offset-4">
                  {name ?? laterWords.submissions.unnamed}
                </a>
              ) : (
                (name ?? laterWords.submissions.unnamed)
              )}
            </p>
            <p className="text-small text-muted">
              <bdi>{details.join(' · ')}</bdi>
            </p>
            <p className="text-small">{laterWords.similar.because(reasons.map(({ words }) => words).join(', '))}</p>
          </li>
        ))}
      </ul>
      {!checked && <p className="mt-2 text-small text-muted">{laterWords.similar.skipped}</p>}
      <div className="-mx-2 mt-1">
        <Button weight="quiet" onClick={onPutAside}>
          {laterWords.similar.putAside}
        </Button>
      </div>
    </Notice>
  );
}
