import { refusals } from '../errors/refusals.ts';
import { orderOperators, textField } from './filter-field.ts';
import { isoTime } from './iso-time.ts';
import type { ValueType } from './value-type.ts';

/** When the workspace was last in touch. Attio makes these itself; nobody writes them, and this sandbox makes none. */
export const interaction: ValueType = {
  parse(_written, attribute) {
    throw refusals.readOnlyAttribute(attribute);
  },
  key: (fields) => String(fields.interacted_at),
  read: (fields) => ({
    interaction_type: fields.interaction_type,
    interacted_at: fields.interacted_at,
    owner_actor: { type: 'workspace-member', id: fields.owner_member_id },
  }),
  words: (fields) => ({ text: `${fields.interaction_type}, ${String(fields.interacted_at).slice(0, 10)}` }),
  filter: {
    fields: {
      owner_member_id: textField(['$eq']),
      interaction_type: textField(['$eq']),
      interacted_at: {
        operators: orderOperators,
        operand: (written) => (typeof written === 'string' ? isoTime(written) : undefined),
      },
    },
    main: 'interacted_at',
    notEmpty: true,
  },
};
