import { isDatedText, textOfDuration } from '../../attributes/date/dated-text.ts';
import { filledEntry } from '../../attributes/filled-entry.ts';
import { isParts } from '../../attributes/parts-entry.ts';
import { isPicked, type PickedEntry } from '../../attributes/picked-entry.ts';
import { isStageField, ruledFields, stageIdIn } from '../../attributes/stage-rules.ts';
import { startsByType } from '../../attributes/starts-by-type.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import type { Entries } from './draft-store.ts';

/** The entry a field starts with: the workspace's default; me as the owner; the first stage, as in Attio's own board. */
function startingEntry(field: Field, form: DealForm): unknown {
  const kind = startsByType[field.type];
  if (field.dynamic_default !== undefined) return dynamicEntry(field, form, field.dynamic_default);
  if (field.default !== null) return defaultEntry(field, form);
  if (field.type === 'status' && field.required) return kind.from(field.statuses?.[0]?.id, field);
  if (field.slug === 'owner' && field.type === 'actor-reference') return membersEntry(form, [form.me]);
  return kind.blank(field);
}

/** What Attio counts from now or takes from who is there; a duration stays one until it is read, on the rep's own clock. */
function dynamicEntry(field: Field, form: DealForm, template: string): unknown {
  const kind = startsByType[field.type];
  if (field.type === 'actor-reference' && template === 'current-user') return membersEntry(form, [form.me]);
  const isTime = field.type === 'date' || field.type === 'timestamp';
  return isTime ? kind.from(textOfDuration(template), field) : kind.blank(field);
}

function defaultEntry(field: Field, form: DealForm): unknown {
  const values = Array.isArray(field.default) ? field.default : [field.default];
  if (field.type === 'actor-reference') return membersEntry(form, values);
  if (field.type === 'record-reference') return filledEntry(field, values, form.members) ?? startsByType[field.type].blank(field);
  return startsByType[field.type].from(values.length === 1 ? values[0] : field.default, field);
}

/** Members who are picked already; suspended ones cannot be. */
function membersEntry({ members }: DealForm, ids: readonly unknown[]): PickedEntry {
  const chosen = members.filter(({ id, suspended }) => ids.includes(id) && !suspended);
  return { picked: chosen.map(({ id, name, email_address }) => ({ id, name, details: [email_address] })), text: '' };
}

/**
 * What a deal's form holds before anybody touches it, with what the rules fill in at a stage: the one that it starts with, or
 * another.
 */
export function startingEntries(form: DealForm, atStage?: unknown): Entries {
  const { fields, rules, members } = form;
  const starting: Entries = Object.fromEntries(fields.map((field) => [field.slug, startingEntry(field, form)]));
  const stage = fields.find(isStageField);
  const { fillings } = ruledFields(fields, rules, atStage ?? stageIdIn(stage && starting[stage.slug]));
  for (const field of fields) {
    const filled = fillings.has(field.slug) ? filledEntry(field, fillings.get(field.slug), members) : null;
    if (filled !== null) starting[field.slug] = filled;
  }
  return starting;
}

/**
 * The entries that change as another stage is chosen: fields that nobody has touched hold what the new one fills in. Those that
 * the rep has emptied of what stood in them are noted in `emptied`, and stay empty at every stage.
 */
export function refilledEntries(
  form: DealForm,
  entries: Entries,
  stages: { before: unknown; after: unknown },
  emptied = new Set<string>(),
): Entries {
  const [before, after] = [startingEntries(form, stages.before), startingEntries(form, stages.after)];
  const changed = form.fields.filter((field) => {
    const { slug } = field;
    const [entry, was, is] = [entries[slug], before[slug], after[slug]];
    const blank = startsByType[field.type].blank(field);
    if (isSameEntry(entry, blank) && !isSameEntry(was, blank)) emptied.add(slug);
    return !isStageField(field) && isSameEntry(entry, was) && !isSameEntry(was, is) && !emptied.has(slug);
  });
  return Object.fromEntries(changed.map(({ slug }) => [slug, after[slug]]));
}

/** Entries of a draft as far as they still fit the fields: one of another kind (the attribute changed) starts anew. */
export function fittingEntries(entries: Entries, form: DealForm): Entries {
  const stage = form.fields.find(isStageField);
  const starting = startingEntries(form, stageIdIn(stage && entries[stage.slug]));
  for (const field of form.fields) {
    const [saved, start] = [entries[field.slug], starting[field.slug]];
    if (saved === undefined) continue;
    if (isSameKind(saved, start)) starting[field.slug] = saved;
    // Choices may have become too many for a select, or few enough, since.
    else if (field.statuses || field.options) starting[field.slug] = startsByType[field.type].from(chosenIds(saved), field);
  }
  return starting;
}

const chosenIds = (saved: unknown): unknown => (isPicked(saved) ? saved.picked.map(({ id }) => id) : saved);

/** Whether two entries of one field are the same. */
export const isSameEntry = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether an entry is of the kind that a field starts with. */
export function isSameKind(saved: unknown, starting: unknown): boolean {
  if (starting === null || typeof starting === 'boolean') return saved === null || typeof saved === 'boolean';
  if (typeof starting === 'string') return typeof saved === 'string';
  return [isPicked, isDatedText, isParts].some((isKind) => isKind(starting) && isKind(saved));
}
