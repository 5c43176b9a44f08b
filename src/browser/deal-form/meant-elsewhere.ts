import { entriesByType } from '../../attributes/entries-by-type.ts';
import { loadPlans } from '../../attributes/phone-number/plans-at-hand.ts';
import { pieces } from '../../attributes/several-typed.ts';
import { startsByType } from '../../attributes/starts-by-type.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { moneyText } from '../prefill/money-text.ts';
import type { Draft } from './draft-store.ts';
import { isBlank } from './entry-words.ts';
import { isSameKind } from './starting-entries.ts';

/** Types whose text means what the locale makes of it. */
const localeTypes: ReadonlySet<Field['type']> = new Set(['date', 'timestamp', 'number', 'currency', 'phone-number', 'location']);

/** The locales (BCP 47) by which an entry was typed, and by which it is read. */
interface Locales {
  before: string;
  now: string;
}

/**
 * An entry that means here what it meant by the locale in which it was typed; the same one where it does so as it stands, or meant
 * nothing. Rejects when the numbering plans cannot be fetched.
 */
export async function entryMeant(
  field: Field,
  entry: unknown,
  { members, exchange }: Pick<DealForm, 'members' | 'exchange'>,
  { before, now }: Locales,
): Promise<unknown> {
  const { blank, from } = startsByType[field.type];
  const isRead = localeTypes.has(field.type) && isSameKind(entry, blank(field)) && !isBlank(field, entry);
  if (before === now || !isRead) return entry;
  if (field.type === 'phone-number') await loadPlans();
  const [was, is] = [before, now].map((locale) => entriesByType[field.type].read(entry, field, { locale, members, exchange }));
  if (!was?.ok || was.value === undefined) return entry;
  if (is?.ok && JSON.stringify(was.value) === JSON.stringify(is.value)) return entry;
  if (field.type !== 'currency') return from(was.value, field);
  // Not the value: what was agreed in another currency would be lost.
  const amounts = field.multi ? pieces(String(entry)) : [String(entry)];
  return amounts.map((one) => moneyText(one, field, before)).join('; ');
}

/** A draft as it is typed by a locale (BCP 47): each entry means what it meant in the draft's own. Rejects as {@link entryMeant} does. */
export async function draftInLocale(draft: Draft, form: DealForm, locale: string): Promise<Draft> {
  const { entries, pasted, words = {}, locale: before = locale } = draft;
  const fieldOf = (slug: string) =>
    form.fields.find(({ id }) => id === words[slug]?.id) ?? form.fields.find((field) => field.slug === slug);
  const meantIn = async (slug: string, entry: unknown) => {
    const field = fieldOf(slug);
    return field ? await entryMeant(field, entry, form, { before, now: locale }) : entry;
  };
  const meant = Object.entries(entries).map(async ([slug, entry]) => [slug, await meantIn(slug, entry)]);
  // What a paste filled in is known by its entry, and is put back as it was meant.
  const marks = Object.entries(pasted?.marks ?? {}).map(async ([slug, mark]) => [
    slug,
    { ...mark, entry: await meantIn(slug, mark.entry), before: await meantIn(slug, mark.before) },
  ]);
  return {
    ...draft,
    entries: Object.fromEntries(await Promise.all(meant)),
    ...(pasted && { pasted: { ...pasted, marks: Object.fromEntries(await Promise.all(marks)) } }),
    locale,
  };
}
