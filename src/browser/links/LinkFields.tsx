import { useMemo, useState } from 'react';
import { inputOf } from '../../attributes/inputs-by-type.tsx';
import { startsByType } from '../../attributes/starts-by-type.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { Fold } from '../../ui/Fold.tsx';
import { t } from '../../words/t.ts';
import { findRecords, useSuggestions } from '../api/use-suggestions.tsx';
import type { Entries } from '../deal-form/draft-store.ts';
import { companySlug, pickedCompany } from '../deal-form/picked-company.ts';
import { PartMissing } from '../PartMissing.tsx';

interface LinkFieldsProps {
  form: DealForm;
  locale: string;
  entries: Entries;
  /** By slug, why the link leaves out what stands in a field. */
  faults: Readonly<Record<string, string>>;
  onEntry: (slug: string, entry: unknown) => void;
}

/** The fields of a deal as the form draws them, all of them empty and none of them needed. */
export function LinkFields({ form, locale, entries, faults, onEntry }: LinkFieldsProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const fields = useMemo(
    () => form.fields.map((field) => ({ isOpen: field.standard || field.required, field: { ...field, required: false } })),
    [form],
  );
  const folded = fields.filter(({ isOpen }) => !isOpen);
  const company = pickedCompany(entries[companySlug]) ?? null;
  const { members, me, exchange } = form;
  const context = { locale, members, me, exchange, company, unmakeable: [], onlyExisting: true, findRecords, useSuggestions };

  const draw = ({ field }: { field: Field }) => {
    const { slug, type } = field;
    const Input = inputOf(type);
    if (!Input) return <PartMissing key={slug} />;
    return (
      <Input
        key={slug}
        id={`link-${slug}`}
        field={field}
        entry={(entries[slug] ?? startsByType[type].blank(field)) as never}
        // While it is being typed, much means nothing yet.
        error={left.has(slug) && Object.hasOwn(faults, slug) ? faults[slug] : undefined}
        locked={false}
        autoFocus={false}
        isRedrawn={false}
        context={context}
        onEntry={(entry) => onEntry(slug, entry)}
        onBlur={() => setLeft((now) => new Set(now).add(slug))}
      />
    );
  };

  return (
    <>
      {fields.filter(({ isOpen }) => isOpen).map(draw)}
      {folded.length > 0 && <Fold title={t('moreFields', { count: folded.length })}>{folded.map(draw)}</Fold>}
    </>
  );
}
