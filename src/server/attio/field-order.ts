import type { Field } from '../../contract/deal-form.ts';

/**
 * Company first: it narrows the people, and a rep knows it before anything else. Then how a deal is told: what it is
 * called, what it is worth, where it stands, whose it is.
 */
const first = ['associated_company', 'name', 'value', 'stage', 'owner'];
/** After what the workspace requires besides: who is involved is often left for later. */
const afterRequired = ['associated_people'];

/** The fields in the order of the form: the standard ones around what else is required, then the rest as the workspace has them. */
export function inFormOrder(fields: readonly Field[]): Field[] {
  const place = ({ slug, required }: Field): number => {
    if (first.includes(slug)) return first.indexOf(slug);
    if (required) return first.length;
    return first.length + (afterRequired.includes(slug) ? 1 : 2);
  };
  return [...fields].sort((one, other) => place(one) - place(other));
}
