import { refusals } from '../errors/refusals.ts';
import { keyField, textField } from './filter-field.ts';
import { textKey } from './text-key.ts';
import { type Fields, settled, type ValueType } from './value-type.ts';
import { isJsonObject, refuseOtherKeys, wrongType } from './written-form.ts';

const PARTS = ['first_name', 'last_name', 'full_name'] as const;

/** `"Last, First"`; without a comma the whole is the first name (docs.attio.com/docs/attribute-types/attribute-types-personal-name). */
function namesOf(written: string): Fields {
  const comma = written.indexOf(',');
  if (comma < 0) return { first_name: written.trim(), last_name: '', full_name: written.trim() };
  const first = written.slice(comma + 1).trim();
  const last = written.slice(0, comma).trim();
  return { first_name: first, last_name: last, full_name: `${first} ${last}`.trim() };
}

export const personalName: ValueType = {
  parse(written, attribute) {
    if (typeof written === 'string') return settled(namesOf(written));
    if (!isJsonObject(written)) throw refusals.invalidBareValue(attribute);
    refuseOtherKeys(written, PARTS, attribute);
    const issues = PARTS.filter((part) => typeof written[part] !== 'string').map((part) =>
      wrongType(part, 'string', written[part]),
    );
    if (issues.length > 0) throw refusals.invalidValue(attribute, ...issues);
    return settled(Object.fromEntries(PARTS.map((part) => [part, String(written[part])])));
  },
  key: (fields) => textKey(String(fields.full_name)),
  read: (fields) => ({ ...fields }),
  words: (fields) => ({ text: String(fields.full_name) }),
  filter: {
    fields: {
      first_name: { ...textField(), withinKey: true },
      last_name: { ...textField(), withinKey: true },
      full_name: keyField(),
    },
    main: 'full_name',
    notEmpty: true,
  },
};
