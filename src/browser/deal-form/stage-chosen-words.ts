import { ruledFields } from '../../attributes/stage-rules.ts';
import type { DealForm } from '../../contract/deal-form.ts';
import { inList, t } from '../../words/t.ts';
import type { Entries } from './draft-store.ts';

/** What another stage changed about the form, in a few words; empty when it changed nothing. */
export function stageChosenWords(
  { fields, rules }: DealForm,
  { before, after }: { before: unknown; after: unknown },
  filled: Entries,
): string {
  const [was, is] = [ruledFields(fields, rules, before), ruledFields(fields, rules, after)];
  const titles = (isNamed: (slug: string) => boolean) =>
    inList(fields.flatMap(({ slug, title }) => (isNamed(slug) ? [title] : [])));
  const needed = titles((slug) => is.required.has(slug) && !was.required.has(slug));
  const filledIn = titles((slug) => is.fillings.has(slug) && Object.hasOwn(filled, slug));
  const leftOut = titles((slug) => is.hidden.has(slug) && !was.hidden.has(slug));
  return [
    needed && t('stageChosen.needed', { titles: needed }),
    filledIn && t('stageChosen.filled', { titles: filledIn }),
    leftOut && t('stageChosen.leftOut', { titles: leftOut }),
  ]
    .filter(Boolean)
    .join(' ');
}
