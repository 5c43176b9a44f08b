import type { EntryContext } from '../../attributes/attribute-entry.ts';
import { entriesByType } from '../../attributes/entries-by-type.ts';
import { hasDefault, type Judgement, judgeValues } from '../../attributes/field-values.ts';
import { loadPlans } from '../../attributes/phone-number/plans-at-hand.ts';
import { isStageField, ruledFields, stageIdIn } from '../../attributes/stage-rules.ts';
import type { Field } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Rule } from '../../contract/workspace-settings.ts';
import { fieldErrorMessage } from '../../words/field-error-message.ts';
import type { Entries } from './draft-store.ts';
import { withName } from './with-name.ts';

/**
 * Reads every entry that the stage takes and judges the values by the same schema and rules as the server; errors in the order of
 * the fields. What a rule leaves out is not read: it is never sent. Telephone numbers wait for their numbering plans; rejects when
 * those cannot be fetched.
 */
export async function judgeEntries(
  fields: readonly Field[],
  entries: Entries,
  context: EntryContext & { rules: readonly Rule[] },
): Promise<Judgement> {
  if (fields.some(({ type, slug }) => type === 'phone-number' && entries[slug])) await loadPlans();

  const values: Record<string, unknown> = {};
  const unread = new Map<string, FieldError>();
  const originals: { field: Field; text: string }[] = [];
  const stage = fields.find(isStageField);
  const { taken } = ruledFields(fields, context.rules, stageIdIn(stage && entries[stage.slug]));
  const tell = (field: Field, code: string, detail?: string) =>
    unread.set(field.slug, {
      field: field.slug,
      code,
      message: fieldErrorMessage(code, {
        title: field.title,
        currency: field.config.currency_code,
        detail,
        several: field.multi,
      }),
    });
  for (const field of taken) {
    const kind = entriesByType[field.type];
    const reading = kind.read(entries[field.slug] ?? kind.blank(field), field, context);
    if (!reading.ok) {
      tell(field, reading.code, reading.detail);
    } else if (reading.value !== undefined) {
      // One input holds one value, also of an attribute that could take several.
      values[field.slug] = field.multi && !Array.isArray(reading.value) ? [reading.value] : reading.value;
      if (reading.original !== undefined) originals.push({ field, text: reading.original });
    } else if (!field.required && hasDefault(field)) {
      // It started with the default: whoever emptied it wants it empty.
      values[field.slug] = null;
    }
  }
  const keeper = context.exchange?.original_attribute ?? null;
  if (keeper !== null && originals.length > 0) {
    const kept = taken.find(({ slug, type }) => slug === keeper && type === 'text');
    if (kept) values[kept.slug] = withOriginals(values[kept.slug], originals);
    // Converted and not kept, what was agreed would be lost without a word.
    else for (const { field } of originals) tell(field, 'original_not_kept', fields.find(({ slug }) => slug === keeper)?.title);
  }
  const judgement = named(judgeValues(fields, values, context), fields, entries);
  if (unread.size === 0) return judgement;
  const judged = new Map(judgement.ok ? [] : judgement.errors.map((error) => [error.field, error]));
  const errors = fields.flatMap(({ slug }) => unread.get(slug) ?? judged.get(slug) ?? []);
  return { ok: false, errors };
}

/** A judgement that names what was chosen and is gone, or suspended: only the entry knows how it was called. */
function named(judgement: Judgement, fields: readonly Field[], entries: Entries): Judgement {
  if (judgement.ok) return judgement;
  const isOfChoice = ({ code }: FieldError) => /^(unknown|suspended)_/.test(code);
  const errors = judgement.errors.map((error) =>
    isOfChoice(error) ? { ...error, message: withName(error, fields, entries) } : error,
  );
  return { ok: false, errors };
}

/** What the attribute that an admin has named keeps: what the rep typed there, and what was agreed in another currency. */
const withOriginals = (typed: unknown, originals: readonly { field: Field; text: string }[]): string => {
  // One says for itself what it was; of several each says whose.
  const told = originals.map(({ field, text }) => (originals.length > 1 ? `${field.title}: ${text}` : text));
  return [...(typeof typed === 'string' ? [typed] : []), ...told].join(' · ');
};

/** The first required field in which nothing has been entered; undefined when the form is complete. */
export const firstMissing = (fields: readonly Field[], entries: Entries, context: EntryContext): Field | undefined =>
  fields.find((field) => {
    const entry = entries[field.slug];
    // A telephone number cannot be read before its plans are there, and is there when it was typed.
    if (!field.required || (field.type === 'phone-number' && entry)) return false;
    const reading = entriesByType[field.type].read(entry, field, context);
    return reading.ok && reading.value === undefined;
  });
