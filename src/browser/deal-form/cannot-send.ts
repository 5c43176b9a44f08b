import { hasNothingToChoose } from '../../attributes/nothing-to-choose.ts';
import type { DealForm } from '../../contract/deal-form.ts';
import { inList, t } from '../../words/t.ts';

/** Why no deal can be created with this form at all, in a sentence; null when one can. */
export function cannotSendWords({ fields, unsupported }: DealForm): string | null {
  const titles = (list: readonly { title: string; required: boolean }[]) =>
    inList(list.filter(({ required }) => required).map(({ title }) => title));
  const unfillable = titles(unsupported);
  if (unfillable !== '') return t('unsupported', { titles: unfillable });
  const empty = titles(fields.filter(hasNothingToChoose));
  return empty === '' ? null : t('nothingToChoose', { titles: empty });
}
