import type { ApiError } from '../errors/api-error.ts';
import type { FilterField } from './filter-field.ts';
import { isoTime } from './iso-time.ts';

/** Statuses and options are filtered by exact title or id, and by nothing but equality. */
export function choiceField(stored: string, unknown: (title: string) => ApiError): FilterField {
  return {
    operators: ['$eq'],
    stored,
    keyed: true,
    operand(written, attribute, { schema }) {
      if (typeof written !== 'string') return undefined;
      const choice = schema.choice(attribute, written);
      if (!choice) throw unknown(written);
      return choice.id;
    },
  };
}

/** Since when a status or option has been set. */
export const momentField: FilterField = {
  operators: ['$lt', '$lte', '$gt', '$gte'],
  activeFrom: true,
  operand: (written) => (typeof written === 'string' ? isoTime(written) : undefined),
};
