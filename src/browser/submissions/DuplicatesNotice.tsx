import type { Submission } from '../../contract/submission.ts';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';

const linkLook = 'inline-block py-0.5 underline underline-offset-4';

/** Attio has more than one deal of one submission: all of them, so that a person puts it right. Null while there is one. */
export function DuplicatesNotice({ submission: { web_url, duplicates } }: { submission: Submission }) {
  if (duplicates.length === 0) return null;
  const title = duplicates.length === 1 ? t('duplicates.title') : t('duplicates.many', { count: duplicates.length + 1 });
  const deals = [{ record_id: 'shown', web_url }, ...duplicates];
  return (
    <Notice tone="warn" title={title}>
      <ul className="mt-1">
        {deals.map((deal, at) => {
          const label = at === 0 ? t('duplicates.shown') : t('duplicates.other', { number: at + 1 });
          return (
            <li key={deal.record_id}>
              {deal.web_url ? (
                <a href={deal.web_url} target="_blank" rel="noopener noreferrer" className={linkLook}>
                  {label}
                </a>
              ) : (
                `${label} (${deal.record_id})`
              )}
            </li>
          );
        })}
      </ul>
      <p className="mt-1">{t('duplicates.text')}</p>
    </Notice>
  );
}
