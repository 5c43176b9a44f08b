import type { Issue } from '../errors/api-error.ts';
import { refusals } from '../errors/refusals.ts';
import { isJsonObject, jsonKind } from '../values/written-form.ts';
import { isUuid } from '../workspace/uuid.ts';

type Path = readonly (string | number)[];

/**
 * Takes a request body apart and remembers every complaint, so that one answer names them all, as the real service's
 * answers do. Ask for everything, then call `finish`.
 */
export class BodyReader {
  private readonly issues: Issue[] = [];

  /** A required object; an empty one stands in for anything else, so that reading can go on. */
  object(value: unknown, path: Path): Record<string, unknown> {
    if (isJsonObject(value)) return value;
    this.complain(path, 'object', value);
    return {};
  }

  string(value: unknown, path: Path): string {
    if (typeof value === 'string') return value;
    this.complain(path, 'string', value);
    return '';
  }

  /** A UUID, in lower case. */
  uuid(value: unknown, path: Path): string {
    const text = this.string(value, path);
    if (typeof value === 'string' && !isUuid(value)) this.note({ code: 'invalid_string', path, message: 'Invalid uuid' });
    return text.toLowerCase();
  }

  /** One of a few words. */
  oneOf(value: unknown, words: readonly string[], path: Path): string {
    const expected = words.map((word) => `'${word}'`).join(' | ');
    if (typeof value !== 'string') this.complain(path, expected, value);
    const text = typeof value === 'string' ? value : '';
    if (typeof value === 'string' && !words.includes(value)) {
      this.note({ code: 'invalid_enum_value', path, message: `Invalid enum value. Expected ${expected}, received '${value}'` });
    }
    return text;
  }

  boolean(value: unknown, path: Path): boolean {
    if (typeof value === 'boolean') return value;
    this.complain(path, 'boolean', value);
    return false;
  }

  array(value: unknown, path: Path): unknown[] {
    if (Array.isArray(value)) return value;
    this.complain(path, 'array', value);
    return [];
  }

  /** A whole number within bounds, or the default when it is absent. */
  integer(value: unknown, path: Path, bounds: { min: number; max: number; fallback: number }): number {
    if (value === undefined) return bounds.fallback;
    if (typeof value !== 'number') this.complain(path, 'number', value);
    else if (!Number.isInteger(value)) this.note({ code: 'invalid_type', path, message: 'Expected integer, received float' });
    else if (value < bounds.min)
      this.note({ code: 'too_small', path, message: `Number must be greater than or equal to ${bounds.min}` });
    else if (value > bounds.max)
      this.note({ code: 'too_big', path, message: `Number must be less than or equal to ${bounds.max}` });
    else return value;
    return bounds.fallback;
  }

  /** Complains of keys the document does not have. */
  onlyKeys(value: Record<string, unknown>, allowed: readonly string[], path: Path): void {
    const others = Object.keys(value).filter((key) => !allowed.includes(key));
    const names = others.map((key) => `'${key}'`).join(', ');
    if (others.length > 0) this.note({ code: 'unrecognized_keys', path, message: `Unrecognized key(s) in object: ${names}` });
  }

  /** Complains of a union none of whose members fit. */
  invalid(path: Path): void {
    this.note({ code: 'invalid', path, message: 'Invalid input' });
  }

  note(issue: Issue): void {
    this.issues.push(issue);
  }

  /** Refuses the body if there was anything to complain of. */
  finish(): void {
    if (this.issues.length > 0) throw refusals.invalidBody(...this.issues);
  }

  private complain(path: Path, expected: string, value: unknown): void {
    // What is missing inside something that is missing itself goes without saying.
    const isInside = (issue: Issue) => issue.code === 'invalid_type' && issue.path.every((step, index) => step === path[index]);
    if (this.issues.some(isInside)) return;
    const received = jsonKind(value);
    const message = received === 'undefined' ? 'Required' : `Expected ${expected}, received ${received}`;
    this.note({ code: 'invalid_type', path, message, expected, received });
  }
}
