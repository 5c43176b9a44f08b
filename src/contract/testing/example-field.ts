import type { AttributeType, Field } from '../deal-form.ts';

/** A field of the form as plain as a field can be: optional, single, of the workspace's own, titled by its slug. */
export function exampleField(slug: string, type: AttributeType, more: Partial<Field> = {}): Field {
  return {
    id: `id of ${slug}`,
    slug,
    title: slug,
    description: null,
    type,
    required: false,
    multi: false,
    unique: false,
    standard: false,
    config: { currency_code: type === 'currency' ? 'USD' : null, target_objects: null },
    default: null,
    ...more,
  };
}
