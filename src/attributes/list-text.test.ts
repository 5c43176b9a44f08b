import { beforeAll, describe, expect, it } from 'vitest';
import type { AttributeType, Field } from '../contract/deal-form.ts';
import { entriesByType } from './entries-by-type.ts';
import { formsByType } from './forms-by-type.ts';
import { loadPlans } from './phone-number/plans-at-hand.ts';

beforeAll(loadPlans);

const read = (type: AttributeType, entry: unknown, { multi = true, locale = 'en-GB' } = {}) => {
  const reading = entriesByType[type].read(entry, { type, multi } as Field, { locale, members: [] });
  return reading.ok ? reading.value : `${reading.code}: ${reading.detail}`;
};

describe('several values in one text', () => {
  it.each<[AttributeType, string, unknown]>([
    ['domain', 'acme.com', ['acme.com']],
    ['domain', 'acme.com, https://www.Acme.dev:8080/about?x=1; münchen.de', ['acme.com', 'www.acme.dev', 'xn--mnchen-3ya.de']],
    ['domain', 'acme.com\nacme.com', ['acme.com']],
    ['domain', 'acme.com acme', 'not_a_domain: acme'],
    ['domain', '10.0.0.1', 'not_a_domain: 10.0.0.1'],
    ['domain', 'acme.test', 'not_a_domain: acme.test'],
    ['email-address', 'Bo@Acme.com ana@acme.com bo@acme.com', ['Bo@Acme.com', 'ana@acme.com']],
    ['email-address', 'Bo@München.de', ['bo@xn--mnchen-3ya.de']],
    ['email-address', 'Bo < bo@acme.com >, x <ana@acme.com', 'not_an_email: x'],
    ['email-address', 'Bo Diaz <bo@acme.com>, "Li, Ana" <ana@acme.com>', ['bo@acme.com', 'ana@acme.com']],
    ['email-address', '"Li, Ana" <ana@acme.com>; "Diaz, Bo" <bo@acme.com>', ['ana@acme.com', 'bo@acme.com']],
    ['email-address', 'Li, Ana <ana@acme.com>', 'not_an_email: Li'],
    ['email-address', 'Bo Diaz <bo@acme.com>; Ana Li <ana@acme.com>', ['bo@acme.com', 'ana@acme.com']],
    ['email-address', 'mailto:bo@acme.com\r\nana@acme', 'not_an_email: ana@acme'],
    ['email-address', 'bo@@acme.com', 'not_an_email: bo@@acme.com'],
    ['phone-number', '020 7946 0958', ['+442079460958']],
    ['phone-number', '+44 20 7946 0958 +1 415 555 2671', ['+442079460958', '+14155552671']],
    ['phone-number', '+442079460958, (020) 7946 0959\n+1-415-555-2671', ['+442079460958', '+442079460959', '+14155552671']],
    ['phone-number', '02079460958 02079460959', ['+442079460958', '+442079460959']],
    ['phone-number', '+44 20 7946 0958 ext. 12', 'not_a_phone_number: +44 20 7946 0958 ext. 12'],
    ['phone-number', '＋1 415 555 2671', ['+14155552671']],
    ['phone-number', '０２０ ７９４６ ０９５８', ['+442079460958']],
    ['phone-number', 'tel:+14155552671', ['+14155552671']],
    ['phone-number', '\u202a+1 415 555 2671\u202c', ['+14155552671']],
    ['phone-number', '(+1) 415 555 2671', ['+14155552671']],
    ['phone-number', '+44 20', 'not_a_phone_number: +44 20'],
    ['phone-number', 'call me', 'not_a_phone_number: call me'],
  ])('%s: %j', (type, text, value) => expect(read(type, text)).toEqual(value));

  it('are one value where the attribute takes one', () => {
    expect(read('domain', ' acme.com ', { multi: false })).toBe('acme.com');
    expect(read('domain', 'acme.com acme.dev', { multi: false })).toBe('not_a_domain: acme.com acme.dev');
    expect(read('phone-number', '020 7946 0958', { multi: false })).toBe('+442079460958');
    expect(read('email-address', '  ', { multi: false })).toBe(undefined);
  });

  it('reads a long text in one pass: in more than one, this would not end', () => {
    expect(read('email-address', `${'a '.repeat(300_000)}<`)).toBe('not_an_email: a');
    expect(read('email-address', '<a@b '.repeat(100_000))).toBe('not_an_email: <a@b');
    expect(read('email-address', '" '.repeat(300_001))).toBe('not_an_email: "');
  });

  it('dials a number without its country in the country of the locale', () => {
    expect(read('phone-number', '030 901820', { locale: 'de-DE' })).toEqual(['+4930901820']);
    expect(read('phone-number', '030 901820', { locale: 'de' })).toEqual(['+4930901820']);
    expect(read('phone-number', '(415) 555-2671', { locale: 'en-US' })).toEqual(['+14155552671']);
    expect(read('phone-number', '(415) 555-2671', { locale: 'fr-FR' })).toBe('not_a_phone_number: (415) 555-2671');
  });
});

describe('values in parts', () => {
  it('are several where the attribute takes several, and a blank one is none', () => {
    const [one, other] = [
      { locality: 'Berlin', country_code: 'Germany' },
      { locality: 'Porto', country_code: 'pt' },
    ];
    expect(read('location', { parts: one, more: [{}, other] })).toMatchObject([
      { locality: 'Berlin', country_code: 'DE' },
      { locality: 'Porto', country_code: 'PT' },
    ]);
    expect(read('location', { parts: {}, more: [{}] })).toBe(undefined);
    expect(read('location', { parts: one, more: [{ country_code: 'Narnia' }] })).toBe('not_a_country: Narnia');
    const values = [{ locality: 'Berlin' }, { locality: 'Porto' }];
    const entry = entriesByType.location.from(values, { multi: true } as Field);
    expect(entry).toMatchObject({ parts: { locality: 'Berlin', line_1: '' }, more: [{ locality: 'Porto' }] });
    expect(read('location', entry)).toMatchObject(values);
  });

  it('knows a country by its code, and by its name in the locale and in English', () => {
    const country = (country_code: string, locale = 'de-DE') =>
      read('location', { parts: { country_code } }, { locale, multi: false });
    expect(country('pt')).toMatchObject({ country_code: 'PT' });
    expect(country('Österreich')).toMatchObject({ country_code: 'AT' });
    expect(country('osterreich')).toMatchObject({ country_code: 'AT' });
    expect(country('Austria')).toMatchObject({ country_code: 'AT' });
    expect(country('Turkey')).toMatchObject({ country_code: 'TR' });
    expect(country('UK')).toMatchObject({ country_code: 'GB' });
    expect(country('Atlantis')).toBe('not_a_country: Atlantis');
  });

  it('is nothing when all of them are blank', () => {
    expect(read('location', { parts: { line_1: ' ', locality: '' } })).toBe(undefined);
    expect(read('personal-name', { parts: { first_name: ' ', last_name: '' } })).toBe(undefined);
    expect(read('personal-name', { parts: { first_name: ' Ana ', last_name: 'Li' } })).toEqual({
      first_name: 'Ana',
      last_name: 'Li',
      full_name: 'Ana Li',
    });
  });
});

describe('what starts with a default', () => {
  const several = new Set<AttributeType>(['domain', 'email-address', 'phone-number', 'select', 'location']);

  it('means the default, for every type', () => {
    const choices = [{ id: 'a', title: 'A' }];
    for (const [type, forms] of Object.entries(formsByType) as [AttributeType, (typeof formsByType)[AttributeType]][]) {
      // These need to know members or names of records, which only the page does.
      if (type === 'actor-reference' || type === 'record-reference') continue;
      const config = { currency_code: 'USD', target_objects: null };
      const kind = entriesByType[type];
      const context = { locale: 'en-GB', members: [] };
      for (const multi of [false, ...(several.has(type) ? [true] : [])]) {
        const field = {
          slug: type,
          type,
          multi,
          required: false,
          config,
          options: choices,
          statuses: choices,
        } as unknown as Field;
        const examples = forms.examples(field, { members: [], recordIds: [] });
        for (const value of multi ? [examples] : examples) {
          const reading = kind.read(kind.from(value, field), field, context);
          expect(reading, `${type} ${JSON.stringify(value)}`).toEqual({ ok: true, value });
        }
      }
    }
  });
});
