import type { ApiError, Issue } from '../errors/api-error.ts';
import { refusals } from '../errors/refusals.ts';
import type { Attribute } from '../workspace/attribute.ts';

/** Whether a JSON value is an object (and neither null nor an array). */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The name zod gives the type of a JSON value in its messages. */
export function jsonKind(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

/** Takes `"x"` or `{field: "x"}` apart and answers the inner value; any other key is refused. */
export function writtenField(written: unknown, field: string, attribute: Attribute, expected: string): unknown {
  if (!isJsonObject(written)) return written;
  refuseOtherKeys(written, [field], attribute);
  if (written[field] === undefined) throw refusals.invalidValue(attribute, wrongType(field, expected, undefined));
  return written[field];
}

/** Refuses keys the form does not have. */
export function refuseOtherKeys(written: Record<string, unknown>, allowed: readonly string[], attribute: Attribute): void {
  const others = Object.keys(written).filter((key) => !allowed.includes(key));
  if (others.length === 0) return;
  const keys = others.map((key) => `'${key}'`).join(', ');
  throw refusals.invalidValue(attribute, {
    code: 'unrecognized_keys',
    path: [],
    message: `Unrecognized key(s) in object: ${keys}`,
  });
}

/** A wrong or missing type at one field, in zod's words. */
export function wrongType(field: string, expected: string, received: unknown): Issue {
  const kind = jsonKind(received);
  const message = kind === 'undefined' ? 'Required' : `Expected ${expected}, received ${kind}`;
  return { code: 'invalid_type', path: [field], message, expected, received: kind };
}

/** The refusal of a value whose inner part is of the wrong type: objects are told the field, bare values only the attribute. */
export function misfit(attribute: Attribute, written: unknown, field: string, expected: string): ApiError {
  if (!isJsonObject(written)) return refusals.invalidBareValue(attribute);
  return refusals.invalidValue(attribute, wrongType(field, expected, written[field]));
}

/** The refusal of a value of the right type that is not acceptable all the same. */
export function unacceptable(attribute: Attribute, field: string, message: string): ApiError {
  return refusals.invalidValue(attribute, { code: 'invalid', path: [field], message });
}
