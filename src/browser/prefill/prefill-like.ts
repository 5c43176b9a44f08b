import { hasDefault } from '../../attributes/field-values.ts';
import { isStageField, stageIdIn } from '../../attributes/stage-rules.ts';
import { startsByType } from '../../attributes/starts-by-type.ts';
import type { DealForm } from '../../contract/deal-form.ts';
import { valuesPath } from '../../contract/paths.ts';
import { type SubmissionValues, submissionValuesSchema } from '../../contract/submission.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { callApi } from '../api/client.ts';
import type { Entries } from '../deal-form/draft-store.ts';
import { isBlank } from '../deal-form/entry-words.ts';
import { startingEntries } from '../deal-form/starting-entries.ts';
import { entryOfValue } from './entry-of-value.ts';
import type { LeftOut, Prefill } from './prefill-from.ts';

/** The form as it was filled in for a deal that was sent; what it does not take any more is left out, and named. */
export async function prefillLike(id: string, form: DealForm): Promise<Prefill> {
  const nothing: Prefill = { entries: {}, filled: [], unclear: [], unpicked: [], unknown: [] };
  try {
    const answer = await callApi(valuesPath(id), { answer: submissionValuesSchema });
    return { ...nothing, ...entriesLike(answer, form) };
  } catch (error) {
    const isGone = error instanceof ApiProblem && [400, 404, 410].includes(error.problem.status);
    return { ...nothing, like: { leftOut: [], failed: isGone ? 'forgotten' : 'unread' } };
  }
}

/** What a submission's values fill a form with. */
export function entriesLike({ values, record_names: names, words }: SubmissionValues, form: DealForm) {
  const leftOut: LeftOut[] = [];
  const wordsOf = (slug: string) => (Object.hasOwn(words, slug) ? words[slug] : undefined) ?? { title: slug, text: '' };
  const stage = form.fields.find(isStageField);
  const starting = startingEntries(form, stage && stageIdIn(values[stage.slug]));
  const entries: Entries = {};
  for (const field of form.fields) {
    const { slug, title } = field;
    const value = Object.hasOwn(values, slug) ? values[slug] : undefined;
    // Of what was not sent nothing is known, unless Attio would have filled it in: then the field is newer than the deal.
    entries[slug] = value === undefined && hasDefault(field) ? starting[slug] : startsByType[field.type].blank(field);
    if (value === undefined || value === null) continue;
    if (field.unique) {
      leftOut.push({ title, text: '', why: 'unique' });
      continue;
    }
    const { entry, isWhole } = entryOfValue(field, value, { members: form.members, names });
    entries[slug] = entry;
    if (!isWhole) leftOut.push({ title, text: wordsOf(slug).text, why: isBlank(field, entry) ? 'gone' : 'partly_gone' });
  }
  const isField = (slug: string) => form.fields.some((field) => field.slug === slug);
  for (const [slug, value] of Object.entries(values)) {
    if (value !== null && !isField(slug)) leftOut.push({ ...wordsOf(slug), why: 'gone' });
  }
  return { entries, like: { leftOut, failed: null } };
}
