import type { Attribute } from '../workspace/attribute.ts';
import type { Directory } from './directory.ts';

export type Operator = '$eq' | '$in' | '$contains' | '$starts_with' | '$ends_with' | '$lt' | '$lte' | '$gt' | '$gte';

/** One field of a value as filters may use it. */
export type FilterField = {
  operators: readonly Operator[];
  /** The stored field compared, when it goes by another name. */
  stored?: string;
  /** Compares when the value became active instead of a field of it. */
  activeFrom?: true;
  /** Its stored form, shortened by `textKey`, is the value's key, so an index finds it. */
  keyed?: true;
  /** Its stored form is a part of the value's key or follows it (see `foldedKey`), so the index of these finds candidates. */
  withinKey?: true;
  /** Brings what the filter says into stored form; undefined refuses it. */
  operand(
    written: unknown,
    attribute: Attribute,
    directory: Directory,
    operator: Operator,
  ): string | number | boolean | undefined;
};

export const textOperators: readonly Operator[] = ['$eq', '$contains', '$starts_with', '$ends_with'];
export const orderOperators: readonly Operator[] = ['$eq', '$lt', '$lte', '$gt', '$gte'];

/** The field that is its value's key, compared as text. */
export function keyField(operators: readonly Operator[] = textOperators): FilterField {
  return { ...textField(operators), keyed: true };
}

/** A field compared as text. */
export function textField(operators: readonly Operator[] = textOperators): FilterField {
  return { operators, operand: (written) => (typeof written === 'string' ? written : undefined) };
}

/** A field that is kept in lower case, and so is compared in it. */
export function lowerCaseField(operators: readonly Operator[] = textOperators): FilterField {
  return { operators, operand: (written) => (typeof written === 'string' ? written.toLowerCase() : undefined) };
}

/** A field compared as a number. */
export function numberField(): FilterField {
  return {
    operators: orderOperators,
    operand: (written) => (typeof written === 'number' && Number.isFinite(written) ? written : undefined),
  };
}
