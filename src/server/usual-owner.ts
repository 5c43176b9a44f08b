import { readFieldValue } from '../attributes/field-values.ts';
import type { Field, Member } from '../contract/deal-form.ts';
import type { DealRecord } from '../contract/submission.ts';

/** Who had a company's deals long ago says little. */
const newest = 20;

/** The id of the active member who owns more than half of a company's newest deals; null when nobody does. */
export function usualOwner(deals: readonly DealRecord[], fields: readonly Field[], members: readonly Member[]): string | null {
  const field = fields.find(({ slug, type }) => slug === 'owner' && type === 'actor-reference');
  if (!field) return null;
  const owners = deals.slice(0, newest).flatMap((deal) => {
    const owner = readFieldValue({ ...field, multi: false }, deal.values[field.slug]);
    return typeof owner === 'string' ? owner : [];
  });
  const usual = members.find(
    ({ id, suspended }) => !suspended && owners.filter((owner) => owner === id).length * 2 > owners.length,
  );
  return usual?.id ?? null;
}
