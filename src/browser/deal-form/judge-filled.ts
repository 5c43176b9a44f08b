import { isPicked } from '../../attributes/picked-entry.ts';
import type { DealForm } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Entries } from './draft-store.ts';
import { entryText } from './entry-words.ts';
import { judgeEntries } from './judge-entries.ts';

/** What was filled in and cannot be sent as it stands: it cannot be read, or a picker holds what nobody has picked. */
export interface Unread {
  why: 'unclear' | 'unpicked';
  text: string;
}

/** What of a form that was filled in from elsewhere (a link, a paste) cannot be sent as it stands. */
export interface JudgedFilling {
  /** By slug; what is absent can be sent. */
  unread: Readonly<Record<string, Unread>>;
  /** What is wrong with what cannot be read, for its fields. What is to be picked is no error yet. */
  errors: FieldError[];
}

/**
 * Judges the fields of these slugs in a form as the send itself would. Without the numbering plans of telephone numbers nothing can be
 * said against it yet. Never rejects.
 * @param locale BCP 47, by which the entries are read
 */
export async function judgeFilled(
  { fields, members, exchange, rules }: DealForm,
  entries: Entries,
  slugs: readonly string[],
  locale: string,
): Promise<JudgedFilling> {
  const judgement = await judgeEntries(fields, entries, { locale, members, exchange, rules }).catch(() => null);
  if (!judgement || judgement.ok) return { unread: {}, errors: [] };
  const isWrong = (slug: string) => judgement.errors.some(({ field }) => field === slug);
  const unread: Record<string, Unread> = {};
  for (const field of fields.filter(({ slug }) => slugs.includes(slug) && isWrong(slug))) {
    const entry = entries[field.slug];
    const isToPick = isPicked(entry) && entry.text.trim() !== '';
    unread[field.slug] = isToPick ? { why: 'unpicked', text: entry.text } : { why: 'unclear', text: entryText(field, entry) };
  }
  return { unread, errors: judgement.errors.filter(({ field }) => unread[field]?.why === 'unclear') };
}
