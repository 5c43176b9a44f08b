import type { Field } from '../../contract/deal-form.ts';

/**
 * Company first: it narrows the people, and a rep knows it before anything else. The rest follows how a deal is told:
 * what it is called, what it is worth, where it stands, whose it is, who is involved.
 */
const first = ['associated_company', 'name', 'value', 'stage', 'owner', 'associated_people'];

/** The fields in the order of the form: the standard ones, then other required ones, then the rest as the workspace has them. */
export function inFormOrder(fields: readonly Field[]): Field[] {
  const place = ({ slug, required }: Field): number => {
    const standard = first.indexOf(slug);
    return standard === -1 ? first.length + (required ? 0 : 1) : standard;
  };
  return [...fields].sort((one, other) => place(one) - place(other));
}
