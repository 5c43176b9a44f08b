import type { SeedAttribute } from './standard-attributes.ts';

/** What the demo workspace has added to its deals, all of it optional. */
export const demoDealAttributes: readonly SeedAttribute[] = [
  { slug: 'close_date', title: 'Expected close date', type: 'date' },
  { slug: 'lead_source', title: 'Lead source', type: 'select' },
  { slug: 'products', title: 'Products', type: 'select', isMultiselect: true },
  { slug: 'seats', title: 'Seats', type: 'number' },
  { slug: 'needs_legal_review', title: 'Needs legal review', type: 'checkbox' },
  {
    slug: 'next_step',
    title: 'Next step',
    type: 'text',
    description: 'What happens next, and who does it. One sentence is enough.',
  },
];

export const demoDealChoices: Readonly<Record<string, readonly string[]>> = {
  lead_source: ['Referral', 'Website', 'Event', 'Outbound', 'Partner'],
  products: ['Platform', 'Analytics', 'Support', 'Training'],
};
