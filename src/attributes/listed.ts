import { inList, t } from '../words/t.ts';

/** The line beneath a list: what was understood, where that is not plain from what was typed; of several their number. */
export function listed(text: string, values: readonly string[]): string {
  if (values.length === 0 || (values.length === 1 && values[0] === text.trim())) return '';
  return values.length === 1 ? (values[0] ?? '') : t('attributes.listed', { count: values.length, values: inList(values) });
}
