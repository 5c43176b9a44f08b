import { lowerCaseField } from './filter-field.ts';
import { hostName, rootDomain } from './host-name.ts';
import { type Fields, settled, type ValueType } from './value-type.ts';
import { misfit, unacceptable, writtenField } from './written-form.ts';

const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

function emailFields(written: string): Fields | undefined {
  const original = written.trim();
  const at = original.lastIndexOf('@');
  const local = original.slice(0, at).toLowerCase();
  const host = hostName(original.slice(at + 1));
  if (at < 1 || local.length > 64 || !LOCAL_PART.test(local) || !host) return undefined;
  return {
    original_email_address: original,
    email_address: `${local}@${host}`,
    email_domain: host,
    email_root_domain: rootDomain(host),
    email_local_specifier: local,
  };
}

export const emailAddress: ValueType = {
  parse(written, attribute) {
    const value = writtenField(written, 'email_address', attribute, 'string');
    if (typeof value !== 'string') throw misfit(attribute, written, 'email_address', 'string');
    const fields = emailFields(value);
    if (!fields) throw unacceptable(attribute, 'email_address', 'Invalid email address');
    return settled(fields);
  },
  key: (fields) => String(fields.email_address),
  read: (fields) => ({ ...fields }),
  words: (fields) => ({ text: String(fields.email_address), href: `mailto:${fields.email_address}` }),
  filter: {
    fields: {
      email_address: { ...lowerCaseField(), keyed: true },
      email_domain: { ...lowerCaseField(), withinKey: true },
      email_root_domain: { ...lowerCaseField(), withinKey: true },
      email_local_specifier: { ...lowerCaseField(), withinKey: true },
    },
    main: 'email_address',
    notEmpty: true,
  },
};
