import type { Attribute } from '../workspace/attribute.ts';
import type { Directory } from './directory.ts';
import type { FilterField } from './filter-field.ts';

/** What is stored of one value: the type's own fields, flat. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/**
 * A value whose form is right, but whose references are not looked up yet. All values of a request are judged by form
 * before the first one is looked up, so that a client hears of a malformed value before a missing record.
 */
export type PendingValue = (directory: Directory) => Fields;

/** A value in words, for a person; `href` where the words name a page of their own. */
export type Words = { text: string; href?: string };

/** All that one attribute type knows: how it is written, stored, compared, read, filtered and said. */
export type ValueType = {
  /** Judges one written element; throws the refusal the real service would answer. */
  parse(written: unknown, attribute: Attribute): PendingValue;
  /** What makes two values of an attribute the same: for uniqueness, duplicates and matching. */
  key(fields: Fields): string;
  /** The type's own part of the read form. */
  read(fields: Fields, attribute: Attribute, directory: Directory): Record<string, unknown>;
  words(fields: Fields, attribute: Attribute, directory: Directory): Words;
  /** The fields a filter may name, and which one is meant when none is named. */
  filter: { fields: Readonly<Record<string, FilterField>>; main?: string; notEmpty?: boolean };
};

/** A value that needs no looking up. */
export function settled(fields: Fields): PendingValue {
  return () => fields;
}
