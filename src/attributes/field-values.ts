import * as z from 'zod/mini';
import type { Field } from '../contract/deal-form.ts';
import type { FieldError } from '../contract/problem.ts';
import type { Rule } from '../contract/workspace-settings.ts';
import { type FieldErrorDetails, fieldErrorMessage } from '../words/field-error-message.ts';
import { inRow } from '../words/t.ts';
import type { JudgeContext, StoredValue, WordedField, WordsContext } from './attribute-forms.ts';
import { formsByType } from './forms-by-type.ts';
import { namedTwice } from './record-reference/new-record-key.ts';
import { isStageField, ruledFields } from './stage-rules.ts';

/** More values than this in one field is a slip, not a deal. */
const maxValues = 100;

/** The schema of a whole field: one value, or a list of distinct ones where the attribute takes several. */
function fieldSchema(field: Field, context: JudgeContext): z.ZodMiniType {
  const one = formsByType[field.type].schema(field, context);
  if (!field.multi) return one;
  return z.array(one, { error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') }).check(
    z.minLength(1, { error: 'required' }),
    z.maxLength(maxValues, { error: 'too_many' }),
    z.refine((values) => new Set(values.map((value) => JSON.stringify(value))).size === values.length, { error: 'duplicate' }),
  );
}

/** Schemas by the fields and members they were built from: building one takes longer than judging by it. */
const built = new WeakMap<
  readonly Field[],
  { members: JudgeContext['members']; schema: z.ZodMiniType<Record<string, unknown>> }
>();

/** The one schema of a deal's values, built from the workspace's fields; browser and server judge by the same. */
export function dealValuesSchema(fields: readonly Field[], context: JudgeContext): z.ZodMiniType<Record<string, unknown>> {
  const known = built.get(fields);
  if (known?.members === context.members) return known.schema;
  const schema = buildSchema(fields, context);
  built.set(fields, { members: context.members, schema });
  return schema;
}

function buildSchema(fields: readonly Field[], context: JudgeContext): z.ZodMiniType<Record<string, unknown>> {
  // Slugs are the workspace's own: one called `constructor` must not find anything inherited.
  const shape: Record<string, z.ZodMiniType> = Object.create(null);
  for (const field of fields) {
    const schema = fieldSchema(field, context);
    shape[field.slug] = field.required ? schema : z.optional(schema);
  }
  return z.strictObject(shape);
}

/** Values that passed, in canonical form; or every field that did not, each once. */
export type Judgement = { ok: true; values: Record<string, unknown> } | { ok: false; errors: FieldError[] };

/**
 * Judges a deal's values; the errors come in the order of the fields, unknown slugs last. `rules` are the workspace's own: what was
 * taken before is judged without them, since they may have changed since.
 */
export function judgeValues(
  fields: readonly Field[],
  values: Record<string, unknown>,
  { rules = noRules, ...context }: JudgeContext & { rules?: readonly Rule[] },
): Judgement {
  const stage = fields.find(isStageField);
  const ruled = ruledFields(fields, rules, stage && Object.hasOwn(values, stage.slug) ? values[stage.slug] : undefined);
  // Of a field that takes several, an empty list says what leaving it out says.
  const several = new Set(fields.flatMap(({ slug, multi }) => (multi ? [slug] : [])));
  const cleared = clearedSlugs(ruled.taken, values);
  // What a rule leaves out Attio must not fill in either; whoever says so outright says nothing else.
  const leftEmpty = fields.filter((field) => ruled.hidden.has(field.slug) && hasDefault(field)).map(({ slug }) => slug);
  const given = Object.entries(values).filter(
    ([slug, value]) =>
      !(several.has(slug) && isEmptyList(value)) && !cleared.includes(slug) && !(value === null && leftEmpty.includes(slug)),
  );
  // Without a prototype: a field called `constructor` that was left out must not be found in it.
  const bare: Record<string, unknown> = Object.assign(Object.create(null), Object.fromEntries(given));
  const result = z.safeParse(dealValuesSchema(ruled.taken, context), bare);
  const unticked = ruled.taken.filter(
    ({ slug, type }) => type === 'checkbox' && ruled.required.has(slug) && bare[slug] === false,
  );
  if (result.success && unticked.length === 0) {
    const twice = namedTwice(result.data);
    if (twice)
      return { ok: false, errors: [fieldErrorOf(twice.field, 'new_twice', fields, { detail: twice.names.join(' / ') })] };
    return {
      ok: true,
      values: { ...result.data, ...Object.fromEntries([...cleared, ...leftEmpty].map((slug) => [slug, null])) },
    };
  }
  const codes = new Map<string, { code: string; value?: string; most?: number | undefined }>(
    unticked.map(({ slug }) => [slug, { code: 'not_ticked' }]),
  );
  for (const issue of result.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
      for (const key of issue.keys) codes.set(key, { code: ruled.hidden.has(key) ? 'hidden_by_rule' : 'unknown_field' });
      continue;
    }
    const [slug, at] = [String(issue.path[0] ?? ''), issue.path[1]];
    const value = typeof at === 'number' ? (bare[slug] as unknown[])[at] : bare[slug];
    // What is gone is told by its id: its name is known to whoever chose it.
    const isGone = issue.message.startsWith('unknown_') && typeof value === 'string';
    if (!codes.has(slug)) codes.set(slug, { code: issue.message, most: mostIn(issue), ...(isGone && { value }) });
  }
  const order = new Map(fields.map((field, index) => [field.slug, index]));
  const place = (slug: string) => order.get(slug) ?? fields.length;
  const errors = [...codes]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([slug, { code, most, ...more }]) => ({
      ...fieldErrorOf(slug, code, fields, { ruledAt: ruled.required.get(slug), most }),
      ...more,
    }));
  return { ok: false, errors };
}

/** The most that a schema takes, where a value is more than that. */
export function mostIn(issue: z.core.$ZodIssue): number | undefined {
  if (issue.code === 'too_big') return Number(issue.maximum);
  return issue.code === 'custom' && typeof issue.params?.['most'] === 'number' ? issue.params['most'] : undefined;
}

const noRules: readonly Rule[] = [];

/** Whether Attio would fill a field in when it is left out. */
export const hasDefault = (field: Field): boolean => field.default !== null || field.dynamic_default !== undefined;

/** The fields that are given as null: Attio would fill them in, and they are to stay empty. */
const clearedSlugs = (fields: readonly Field[], values: Readonly<Record<string, unknown>>): string[] =>
  fields.flatMap((field) => (values[field.slug] === null && !field.required && hasDefault(field) ? field.slug : []));

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** A field error with its sentence. */
function fieldErrorOf(
  slug: string,
  code: string,
  fields: readonly Field[],
  more: Pick<FieldErrorDetails, 'ruledAt' | 'detail' | 'most'>,
): FieldError {
  const field = fields.find((candidate) => candidate.slug === slug);
  const message = fieldErrorMessage(code, { title: field?.title ?? slug, currency: field?.config.currency_code, ...more });
  return { field: slug, code, message };
}

/** Attio's `values` for a create: the write form of every value that passed {@link judgeValues}. */
export function writeValues(fields: readonly Field[], values: Record<string, unknown>): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const field of fields) {
    if (!Object.hasOwn(values, field.slug)) continue;
    const value = values[field.slug];
    if (value === undefined) continue;
    if (value === null) {
      // Said outright, or Attio would fill in its default (docs.attio.com, updating values: an empty list clears).
      written[field.slug] = [];
      continue;
    }
    const forms = formsByType[field.type];
    written[field.slug] = Array.isArray(value) ? value.map((one) => forms.write(one, field)) : forms.write(value, field);
  }
  return written;
}

/** Our own value of a field in an Attio record; undefined when it is empty or cannot be read. */
export function readFieldValue(field: Field, stored: readonly StoredValue[] | undefined): unknown {
  const forms = formsByType[field.type];
  const values = (stored ?? []).map((one) => forms.read(one, field)).filter((value) => value !== null);
  if (values.length === 0) return undefined;
  return field.multi ? values : values[0];
}

/** A field's value as a person reads it; null when there is none. */
export function fieldValueWords(field: WordedField, value: unknown, context: WordsContext): string | null {
  if (value === undefined || value === null) return null;
  const forms = formsByType[field.type];
  const words = (Array.isArray(value) ? value : [value]).map((one) => forms.words(one, field, context));
  return words.length === 1 ? (words[0] ?? null) : inRow(words);
}

/** Whether two values of a field are the same, whatever the order of several. */
export function sameFieldValue(one: unknown, other: unknown): boolean {
  const spelled = (value: unknown) =>
    JSON.stringify(Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : (value ?? null));
  return spelled(one) === spelled(other);
}
