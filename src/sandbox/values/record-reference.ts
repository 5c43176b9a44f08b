import { refusals } from '../errors/refusals.ts';
import { isUuid } from '../workspace/uuid.ts';
import { parseRecordReference } from './parse-record-reference.ts';
import type { ValueType } from './value-type.ts';

export const recordReference: ValueType = {
  parse: parseRecordReference,
  key: (fields) => String(fields.target_record_id),
  read: (fields) => ({ ...fields }),
  words: (fields, _attribute, directory) => directory.recordLink(String(fields.target_record_id)) ?? { text: 'A deleted record' },
  filter: {
    fields: {
      target_object: {
        operators: ['$eq'],
        operand(written, _attribute, { schema }) {
          if (typeof written !== 'string') return undefined;
          const object = schema.object(written);
          if (!object) throw refusals.queriedObjectNotFound();
          return object.slug;
        },
      },
      target_record_id: {
        operators: ['$eq', '$in'],
        keyed: true,
        operand: (written) => (typeof written === 'string' && isUuid(written) ? written : undefined),
      },
    },
  },
};
