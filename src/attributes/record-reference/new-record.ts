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
const makeable = ['companies', 'people'] as const;

/** The objects of which a field takes a record that is made with the deal. */
export const makeableObjects = ({ config: { target_objects: targets } }: Field): NewRecord['object'][] =>
  makeable.filter((object) => targets === null || targets.includes(object));

/** Whose record a text of addresses or domains means in a field; null when nothing can be made there. A person's has an @. */
export function objectMeant(field: Field, text: string): NewRecord['object'] | null {
  const objects = makeableObjects(field);
  return objects.length > 1 ? (text.includes('@') ? 'people' : 'companies') : (objects[0] ?? null);
}
