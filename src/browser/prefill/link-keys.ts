import { isParts } from '../../attributes/parts-entry.ts';
import { startsByType } from '../../attributes/starts-by-type.ts';
import type { Field } from '../../contract/deal-form.ts';

/** Words for Attio's own attributes that are easier to write. */
const shortNames: Readonly<Record<string, string>> = {
  company: 'associated_company',
  people: 'associated_people',
  person: 'associated_people',
};

/** The names of the parts of a field that is entered in several inputs; of any other there are none. */
export function partsOfField(field: Field): readonly string[] {
  const blank = startsByType[field.type].blank(field);
  return isParts(blank) ? Object.keys(blank.parts) : [];
}

/** What a key of a link names: a field by its slug, or by a short name that is no slug here; `office.locality` a part of one. */
export function fieldOfKey(key: string, fields: readonly Field[]): { field?: Field | undefined; part?: string } {
  const bySlug = (slug: string | undefined) => fields.find((field) => field.slug === slug);
  const field = bySlug(key) ?? bySlug(Object.hasOwn(shortNames, key) ? shortNames[key] : undefined);
  if (field) return { field };
  const dot = key.lastIndexOf('.');
  const [whole, part] = [bySlug(key.slice(0, Math.max(dot, 0))), key.slice(dot + 1)];
  return whole && partsOfField(whole).includes(part) ? { field: whole, part } : {};
}

/** The key of a field: its short name where that means it, its slug otherwise. */
export function keyOfField({ slug }: Field, fields: readonly Field[]): string {
  const short = Object.keys(shortNames).find((name) => shortNames[name] === slug);
  return short !== undefined && fieldOfKey(short, fields).field?.slug === slug ? short : slug;
}
