import { lowerCaseField, textOperators } from './filter-field.ts';
import { hostName, rootDomain } from './host-name.ts';
import { settled, type ValueType } from './value-type.ts';
import { misfit, unacceptable, writtenField } from './written-form.ts';

/** Scheme, path and query are cut off (docs.attio.com/docs/attribute-types/attribute-types-domain). */
function hostOf(written: string): string | undefined {
  const [host = ''] = written
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .split(/[/?#]/);
  return hostName(host);
}

export const domain: ValueType = {
  parse(written, attribute) {
    const value = writtenField(written, 'domain', attribute, 'string');
    if (typeof value !== 'string') throw misfit(attribute, written, 'domain', 'string');
    const host = hostOf(value);
    if (!host) throw unacceptable(attribute, 'domain', 'Invalid domain');
    return settled({ domain: host, root_domain: rootDomain(host) });
  },
  key: (fields) => String(fields.domain),
  read: (fields) => ({ ...fields }),
  words: (fields) => ({ text: String(fields.domain) }),
  filter: {
    fields: {
      domain: { ...lowerCaseField(['$in', ...textOperators]), keyed: true },
      root_domain: { ...lowerCaseField(), withinKey: true },
    },
    main: 'domain',
    notEmpty: true,
  },
};
