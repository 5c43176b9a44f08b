/** The words of the rarer attribute types, which come with their inputs. */
export const attributeWords = {
  stars: (count: number, most: number) => `${count} of ${most} ${'★'.repeat(count)}${'☆'.repeat(most - count)}`,
  moment: 'fri 14:30, 30 nov 2pm',
  placeholder: {
    domain: 'acme.com',
    domains: 'acme.com, acme.dev',
    email: 'bo@acme.com',
    emails: 'bo@acme.com, ana@acme.com',
    phone: '+44 20 7946 0958',
    phones: '+44 20 7946 0958, +1 415 555 2671',
  },
  listed: (count: number, values: string) => `${count}: ${values}`,
  name: { first: 'First name', last: 'Last name' },
  location: {
    line_1: 'Street and number',
    line_2: 'More of the address',
    postcode: 'Postcode',
    locality: 'Town',
    region: 'Region or state',
    country_code: 'Country',
    another: 'Add another address',
    further: (title: string, number: number) => `${title} ${number}`,
  },
};
