import { valueAt } from '../../attributes/value-at.ts';
import type { AttributeType, Field } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import { type FieldErrorCode, fieldErrorMessage } from '../../words/field-error-message.ts';
import type { WorkspaceDealForm } from './deal-form.ts';
import type { Refusal } from './refusal.ts';

/** What was sent, to find the part that Attio means. */
export interface SentDeal {
  dealForm: WorkspaceDealForm;
  values: Readonly<Record<string, unknown>>;
  /** Ids of records that were referred to and are not there any more. */
  vanishedRecords: ReadonlySet<string>;
}

/** Attio's codes (an open list) that say the same whatever the attribute's type. */
const codes = new Map<string, FieldErrorCode>([
  ['missing_value', 'required'],
  ['uniqueness_conflict', 'not_unique'],
  ['multiple_match_results', 'several_records'],
  ['duplicate_values', 'duplicate'],
  ['multiple_values_for_single_value_attribute', 'too_many'],
  ['system_edit_unauthorized', 'not_writable'],
  ['immutable_value', 'not_writable'],
  ['formula_edit_unauthorized', 'not_writable'],
]);

/** What "not found" means for a value of a type. */
const notFoundCodes: Partial<Record<AttributeType, FieldErrorCode>> = {
  status: 'unknown_status',
  select: 'unknown_option',
  'actor-reference': 'unknown_member',
  'record-reference': 'unknown_record',
};

/** What a value of the wrong form means for a type whose form Attio judges more strictly, or otherwise, than we do. */
const wrongFormCodes: Partial<Record<AttributeType, FieldErrorCode>> = {
  'phone-number': 'not_a_phone_number',
  'email-address': 'not_an_email',
  domain: 'not_a_domain',
};

/** Words by which Attio's messages about a missing value tell its type when they name no attribute. */
const typeWords: readonly [RegExp, AttributeType][] = [
  [/\bstatus\b/i, 'status'],
  [/\b(select|option)\b/i, 'select'],
  [/\b(workspace member|actor)\b/i, 'actor-reference'],
  [/\brecords?\b/i, 'record-reference'],
];

/**
 * The fields that a refusal is about. Attio names them in three ways (a path in the body, a slug in the message, an id
 * in the message), or only quotes the value, or only its kind; an empty list means that none of these led to a field.
 */
export function refusalErrors(refusal: Refusal, sent: SentDeal): FieldError[] {
  const { code, message } = refusal;
  const named = namedAttributes(refusal, sent);
  if (named.length > 0) {
    const unknownAttribute = code === 'value_not_found' && /find attribute/i.test(message);
    return named.map((slug) => errorAt(slug, unknownAttribute ? 'unknown_field' : codeFor(code, slug, sent), sent));
  }
  const meant = fieldsMeant(message, sent);
  return meant.map(({ slug }) => {
    const vanished = leaves(valueAt(sent.values, slug)).find((id) => sent.vanishedRecords.has(id));
    return { ...errorAt(slug, codeFor(code, slug, sent), sent), ...(vanished !== undefined && { value: vanished }) };
  });
}

function namedAttributes({ message, paths }: Refusal, { dealForm, values }: SentDeal): string[] {
  const inPaths = paths.flatMap(([root, key, name]) => (root === 'data' && key === 'values' ? [String(name)] : []));
  const inMessage = [...message.matchAll(/attribute with (?:slug\/id|slug|id) "([^"]+)"/gi)].map(([, name]) => name ?? '');
  const known = new Set([...dealForm.slugByAttributeId.values(), ...Object.keys(values)]);
  const slugs = [...inPaths, ...inMessage].map((name) => dealForm.slugByAttributeId.get(name.toLowerCase()) ?? name);
  return [...new Set(slugs)].filter((slug) => known.has(slug));
}

function fieldsMeant(message: string, { dealForm, values, vanishedRecords }: SentDeal): Field[] {
  const sentFields = dealForm.form.fields.filter(({ slug }) => valueAt(values, slug) !== undefined);
  const quoted = [...message.matchAll(/"([^"]+)"/g)].map(([, text]) => text?.toLowerCase() ?? '');
  const type = typeWords.find(([words]) => words.test(message))?.[1];
  const ofType = type === undefined ? [] : sentFields.filter((field) => field.type === type);
  // Attio's word for the type is not always right: its own example calls a stage a select option.
  for (const among of [ofType, sentFields]) {
    const byText = spelledMost(among, quoted, { dealForm, values });
    if (byText.length > 0) return byText;
  }
  if (type === undefined || type === 'record-reference') {
    const vanished = sentFields.filter(({ slug }) => leaves(valueAt(values, slug)).some((id) => vanishedRecords.has(id)));
    if (vanished.length > 0) return vanished;
  }
  return ofType.length === 1 ? ofType : [];
}

/** The fields whose values spell most of the quoted texts: an id may stand in two fields, with its object only in one. */
function spelledMost(fields: Field[], quoted: string[], { dealForm, values }: Pick<SentDeal, 'dealForm' | 'values'>): Field[] {
  const scored = fields.map((field) => {
    const spelled = new Set(spellings(field, valueAt(values, field.slug), dealForm));
    return { field, score: quoted.filter((text) => spelled.has(text)).length };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ field }) => field);
}

/** The ways in which Attio may quote a value that was sent: as it is, or by title or e-mail address. */
function spellings(field: Field, value: unknown, { form }: WorkspaceDealForm): string[] {
  return leaves(value).flatMap((text) => {
    const choice = [...(field.statuses ?? []), ...(field.options ?? [])].find(({ id }) => id === text);
    const member = field.type === 'actor-reference' ? form.members.find(({ id }) => id === text) : undefined;
    return [text, choice?.title, member?.email_address].flatMap((spelling) => (spelling ? [spelling.toLowerCase()] : []));
  });
}

/** Every text inside a value. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

function codeFor(code: string, slug: string, { dealForm }: SentDeal): FieldErrorCode {
  const type = dealForm.form.fields.find((field) => field.slug === slug)?.type;
  const ofType = code === 'value_not_found' ? notFoundCodes : code === 'validation_type' ? wrongFormCodes : {};
  return codes.get(code) ?? (type && ofType[type]) ?? 'refused_by_attio';
}

function errorAt(slug: string, code: FieldErrorCode, { dealForm: { form } }: SentDeal): FieldError {
  const field = form.fields.find((one) => one.slug === slug);
  const title = (field ?? form.unsupported.find((one) => one.slug === slug))?.title ?? slug;
  // Too many, to Attio, are several where it takes one.
  return { field: slug, code, message: fieldErrorMessage(code, { title, currency: field?.config.currency_code, most: 1 }) };
}
