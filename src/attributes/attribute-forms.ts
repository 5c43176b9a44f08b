import type * as z from 'zod/mini';
import type { Field, Member } from '../contract/deal-form.ts';

/** What of a field its values are put into words with. */
export type WordedField = Pick<Field, 'type' | 'statuses' | 'options'>;

/** What judging a value needs to know beside its field. */
export interface JudgeContext {
  members: readonly Member[];
}

/** What putting a value into words needs to know beside its field. */
export interface WordsContext extends JudgeContext {
  /** BCP 47. */
  locale: string;
  /** Names of referenced records by record id; one that is absent is shown as a short id. */
  recordNames: Readonly<Record<string, string>>;
}

/** One element of an attribute in an Attio record: the type's own keys beside `active_from` and its kin. */
export type StoredValue = Readonly<Record<string, unknown>>;

/**
 * What one attribute type means, for a single value; several values are a list of these (see `field-values.ts`).
 * Values are ours and plain (text, number, id, …); Attio's write and read forms do not leave this room.
 */
export interface AttributeForms<Value = unknown> {
  /** Judges one value and gives back its canonical form. Issue messages are codes of `FieldErrorCode`. */
  schema(field: Field, context: JudgeContext): z.ZodMiniType<Value>;
  /** Attio's write form of a value that passed the schema. */
  write(value: Value, field: Field): unknown;
  /** The value in one element of Attio's read form; null when the element is not of this type's shape. */
  read(stored: StoredValue, field: Field): Value | null;
  /** Whether the words are the language's (a date, an amount) rather than the workspace's or the rep's own (a title, a text). */
  hasLocalWords: boolean;
  /** The value as a person reads it; where the words are local, of nothing but the value and the locale. */
  words(value: Value, field: WordedField, context: WordsContext): string;
  /** Values worth testing, for a field with its statuses, options and targets. */
  examples(field: Field, context: JudgeContext & { recordIds: readonly string[] }): Value[];
}
