import { entriesByType } from '../../attributes/entries-by-type.ts';
import { filledEntry } from '../../attributes/filled-entry.ts';
import { halfTyped } from '../../attributes/half-typed.ts';
import type { PickedEntry } from '../../attributes/picked-entry.ts';
import { isStageField, ruledFields } from '../../attributes/stage-rules.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import type { Entries } from './draft-store.ts';

/** The entry a field starts with: the workspace's default; me as the owner; the first stage, as in Attio's own board. */
function startingEntry(field: Field, form: DealForm): unknown {
  const kind = entriesByType[field.type];
  if (field.default !== null) return kind.from(field.default, field);
  if (field.type === 'status' && field.required) return field.statuses?.[0]?.id ?? kind.blank(field);
  if (field.slug === 'owner' && field.type === 'actor-reference') return ownerEntry(form);
  return kind.blank(field);
}

function ownerEntry({ members, me }: DealForm): PickedEntry {
  const member = members.find(({ id, suspended }) => id === me && !suspended);
  return { picked: member ? [{ id: member.id, name: member.name, details: [member.email_address] }] : [], text: '' };
}

/**
 * What a deal's form holds before anybody touches it, with what the rules fill in at a stage: the one that it starts with, or
 * another.
 */
export function startingEntries(form: DealForm, atStage?: unknown): Entries {
  const { fields, rules, members } = form;
  const starting: Entries = Object.fromEntries(fields.map((field) => [field.slug, startingEntry(field, form)]));
  const stage = fields.find(isStageField);
  const { fillings } = ruledFields(fields, rules, atStage ?? (stage && starting[stage.slug]));
  for (const field of fields) {
    const filled = fillings.has(field.slug) ? filledEntry(field, fillings.get(field.slug), members) : null;
    if (filled !== null) starting[field.slug] = filled;
  }
  return starting;
}

/** The entries that change as another stage is chosen: fields that nobody has touched hold what the new one fills in. */
export function refilledEntries(form: DealForm, entries: Entries, stages: { before: unknown; after: unknown }): Entries {
  const [before, after] = [startingEntries(form, stages.before), startingEntries(form, stages.after)];
  const changed = form.fields.filter((field) => {
    const [entry, was, is] = [entries[field.slug], before[field.slug], after[field.slug]];
    const isUntouched = isSameEntry(entry, was) || isSameEntry(entry, entriesByType[field.type].blank(field));
    return !isStageField(field) && !isSameEntry(was, is) && isUntouched && !isSameEntry(entry, is);
  });
  return Object.fromEntries(changed.map(({ slug }) => [slug, after[slug]]));
}

/** Entries of a draft as far as they still fit the fields: one of another kind (the attribute changed) starts anew. */
export function fittingEntries(entries: Entries, form: DealForm): Entries {
  const stage = form.fields.find(isStageField);
  const starting = startingEntries(form, stage && entries[stage.slug]);
  for (const slug of Object.keys(starting)) {
    const saved = entries[slug];
    // Half a date is in no draft: only the input that it was typed into could show it.
    if (saved !== undefined && saved !== halfTyped && sameKind(saved, starting[slug])) starting[slug] = saved;
  }
  return starting;
}

/** Whether two entries of one field are the same. */
export const isSameEntry = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function sameKind(saved: unknown, starting: unknown): boolean {
  if (starting === null || typeof starting === 'boolean') return saved === null || typeof saved === 'boolean';
  if (typeof starting === 'string') return typeof saved === 'string';
  return (
    typeof saved === 'object' &&
    saved !== null &&
    'picked' in saved &&
    Array.isArray(saved.picked) &&
    'text' in saved &&
    typeof saved.text === 'string'
  );
}
