import { useEffect, useState } from 'react';
import { type Control, useController } from 'react-hook-form';
import type { EntryContext } from '../../attributes/attribute-entry.ts';
import { isPicked } from '../../attributes/picked-entry.ts';
import type { Field } from '../../contract/deal-form.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldMark } from '../../ui/FieldMark.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { inList, t } from '../../words/t.ts';
import { WithQueries } from '../api/with-queries.tsx';
import type { Entries } from './draft-store.ts';
import { inputId } from './FieldControl.tsx';
import { useSimilarDeals, useUsualOwner } from './use-similar-deals.tsx';

interface SimilarDealsProps {
  control: Control<Entries>;
  fields: readonly Field[];
  context: EntryContext;
}

/** Open deals that may be the same one, with what makes them look so. A warning: the deal can be sent all the same. */
export const SimilarDeals = (props: SimilarDealsProps) => (
  <WithQueries>
    <AskedSimilarDeals {...props} />
  </WithQueries>
);

/** Whoever usually has the company's deals, where it is another than the owner that stands there: one press takes them. */
export const UsualOwner = (props: SimilarDealsProps) => (
  <WithQueries>
    <AskedUsualOwner {...props} />
  </WithQueries>
);

function AskedUsualOwner({ control, fields, context }: SimilarDealsProps) {
  const { field } = useController({ control, name: 'owner' });
  const usual = useUsualOwner(control, fields, context);
  const member = context.members.find(({ id }) => id === usual);
  const entry = isPicked(field.value) ? field.value : null;
  const shownFor = useWhereNothingMoves(member?.id, inputId('owner'));
  if (!member || !entry || entry.text !== '' || entry.picked.some(({ id }) => id === member.id)) return null;
  const { id, name, email_address } = member;
  if (shownFor !== id) return null;
  return (
    <FieldMark
      labelId={`${inputId('owner')}-label`}
      action={t('usualOwner.take')}
      onAct={() => {
        field.onChange({ picked: [{ id, name, details: [email_address] }], text: '' });
        document.getElementById(inputId('owner'))?.focus();
      }}
    >
      <span role="status">{t('usualOwner.is', { name })}</span>
    </FieldMark>
  );
}

/**
 * What is to be shown beneath an input, as soon as it moves nothing under the rep's hands: while the focus is further down, it waits
 * until that comes back up.
 */
function useWhereNothingMoves(wanted: string | undefined, belowId: string): string | undefined {
  const [shown, setShown] = useState<string>();
  useEffect(() => {
    const show = () => {
      const [input, active] = [document.getElementById(belowId), document.activeElement];
      const isFurtherDown =
        active && input && active.closest('form') && input.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (!isFurtherDown) setShown(wanted);
    };
    show();
    window.addEventListener('focusin', show);
    return () => window.removeEventListener('focusin', show);
  }, [wanted, belowId]);
  return shown;
}

function AskedSimilarDeals({ control, fields, context }: SimilarDealsProps) {
  const { similar, putAside } = useSimilarDeals(control, fields, context);
  if (!similar) return null;
  const { checked, deals } = similar;
  if (deals.length === 0) return checked ? null : <p className="text-small text-muted">{t('similar.skipped')}</p>;
  return (
    <Notice tone="calm" title={t('similar.title', { count: deals.length })} quiet>
      <p role="status" className="sr-only">
        {t('similar.title', { count: deals.length })}
      </p>
      <ul className="mt-2 grid gap-2.5">
        {deals.map(({ record_id, name, web_url, details, reasons }) => (
          <li key={record_id}>
            <p className="font-[550]" dir="auto">
              {web_url ? (
                <a href={web_url} target="_blank" rel="noopener noreferrer" className="underline underline-offset-4">
                  {name ?? t('submissions.unnamed')}
                </a>
              ) : (
                (name ?? t('submissions.unnamed'))
              )}
            </p>
            <p className="text-small text-muted">
              <bdi>{details.join(' · ')}</bdi>
            </p>
            <p className="text-small">{t('similar.because', { reasons: inList(reasons.map(({ words }) => words)) })}</p>
          </li>
        ))}
      </ul>
      {!checked && <p className="mt-2 text-small text-muted">{t('similar.skipped')}</p>}
      <div className="-mx-2 mt-1">
        <Button weight="quiet" onClick={putAside}>
          {t('similar.putAside')}
        </Button>
      </div>
    </Notice>
  );
}
