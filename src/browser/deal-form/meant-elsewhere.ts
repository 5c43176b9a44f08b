import { entriesByType } from '../../attributes/entries-by-type.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';

/** Types whose text means what the locale makes of it. */
const localeTypes: ReadonlySet<Field['type']> = new Set(['date', 'timestamp', 'number', 'currency']);

/**
 * The value that an entry had by the locale (BCP 47) in which it was typed, if it is read otherwise by another: a day and a month
 * changed places, say. Undefined where it means the same, or meant nothing.
 */
export function meantElsewhere(
  field: Field,
  entry: unknown,
  { members, exchange }: Pick<DealForm, 'members' | 'exchange'>,
  { before, now }: { before: string; now: string },
): unknown {
  if (before === now || !localeTypes.has(field.type)) return undefined;
  const [was, is] = [before, now].map((locale) => entriesByType[field.type].read(entry, field, { locale, members, exchange }));
  if (!was?.ok || was.value === undefined) return undefined;
  return is?.ok && JSON.stringify(was.value) === JSON.stringify(is.value) ? undefined : was.value;
}
