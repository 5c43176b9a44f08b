import type { Field } from '../../contract/deal-form.ts';

/**
 * A company or a person that is not in Attio yet: made when the deal is sent, unless one with its domain or e-mail address is
 * there by then. Both are unique in Attio, so nothing is made twice.
 */
export type NewRecord =
  | { object: 'companies'; name: string; domain: string }
  | { object: 'people'; name: string; email_address: string };

/** A reference to a record that is not there yet. */
export interface NewReference {
  new: NewRecord;
}

export const isNewReference = (value: unknown): value is NewReference =>
  typeof value === 'object' && value !== null && 'new' in value;

/** The objects of which a record can be made while a deal is entered. */
const isMakeable = (object: string | undefined): object is NewRecord['object'] => object === 'companies' || object === 'people';

/** Whether a field takes a record that is made with the deal, and of which object. */
export function makeableObject({ config: { target_objects: targets } }: Field): 'companies' | 'people' | null {
  const [only] = targets?.length === 1 ? targets : [];
  return isMakeable(only) ? only : null;
}
