import type { Attribute } from '../workspace/attribute.ts';

/** An attribute as the seed lists it: slug and title, and what differs from an optional, writable, single one. */
export type SeedAttribute = Pick<Attribute, 'slug' | 'title' | 'type'> &
  Partial<Attribute> & { mirror?: [object: string, slug: string] };

const readOnly = { isWritable: false } as const;
const many = { isMultiselect: true } as const;

const recordId: SeedAttribute = { slug: 'record_id', title: 'Record ID', type: 'text', isUnique: true, ...readOnly };

const social: SeedAttribute[] = [
  { slug: 'angellist', title: 'AngelList', type: 'text' },
  { slug: 'facebook', title: 'Facebook', type: 'text' },
  { slug: 'instagram', title: 'Instagram', type: 'text' },
  { slug: 'linkedin', title: 'LinkedIn', type: 'text' },
  { slug: 'twitter', title: 'Twitter', type: 'text' },
  { slug: 'twitter_follower_count', title: 'Twitter follower count', type: 'number', ...readOnly },
];

const interactions: SeedAttribute[] = [
  { slug: 'first_calendar_interaction', title: 'First calendar interaction', type: 'interaction', ...readOnly },
  { slug: 'last_calendar_interaction', title: 'Last calendar interaction', type: 'interaction', ...readOnly },
  { slug: 'next_calendar_interaction', title: 'Next calendar interaction', type: 'interaction', ...readOnly },
  { slug: 'first_email_interaction', title: 'First email interaction', type: 'interaction', ...readOnly },
  { slug: 'last_email_interaction', title: 'Last email interaction', type: 'interaction', ...readOnly },
  { slug: 'first_interaction', title: 'First interaction', type: 'interaction', ...readOnly },
  { slug: 'last_interaction', title: 'Last interaction', type: 'interaction', ...readOnly },
  { slug: 'next_interaction', title: 'Next interaction', type: 'interaction', ...readOnly },
  { slug: 'strongest_connection_strength_legacy', title: 'Connection strength (legacy)', type: 'number', ...readOnly },
  { slug: 'strongest_connection_strength', title: 'Connection strength', type: 'select', ...readOnly },
  { slug: 'strongest_connection_user', title: 'Strongest connection', type: 'actor-reference', ...readOnly },
];

/** The last two of people and companies; seen in recordings with dynamic default values. */
const created: SeedAttribute[] = [
  {
    slug: 'created_at',
    title: 'Created at',
    type: 'timestamp',
    defaultValue: { type: 'dynamic', template: 'PT0S' },
    ...readOnly,
  },
  {
    slug: 'created_by',
    title: 'Created by',
    type: 'actor-reference',
    defaultValue: { type: 'dynamic', template: 'current-user' },
    ...readOnly,
  },
];

/** Order and flags as seen in recordings of two real workspaces' attributes. */
export const peopleAttributes: readonly SeedAttribute[] = [
  recordId,
  { slug: 'name', title: 'Name', type: 'personal-name' },
  { slug: 'email_addresses', title: 'Email addresses', type: 'email-address', isUnique: true, ...many },
  { slug: 'description', title: 'Description', type: 'text' },
  { slug: 'company', title: 'Company', type: 'record-reference', mirror: ['companies', 'team'] },
  { slug: 'job_title', title: 'Job title', type: 'text' },
  { slug: 'avatar_url', title: 'Avatar URL', type: 'text', ...readOnly },
  { slug: 'phone_numbers', title: 'Phone numbers', type: 'phone-number', ...many },
  { slug: 'primary_location', title: 'Primary location', type: 'location' },
  ...social,
  ...interactions,
  {
    slug: 'associated_deals',
    title: 'Associated deals',
    description: 'Deal records associated with a Person record',
    type: 'record-reference',
    mirror: ['deals', 'associated_people'],
    ...many,
  },
  ...created,
];

export const companyAttributes: readonly SeedAttribute[] = [
  recordId,
  { slug: 'domains', title: 'Domains', type: 'domain', isUnique: true, ...many },
  { slug: 'name', title: 'Name', type: 'text' },
  { slug: 'description', title: 'Description', type: 'text' },
  { slug: 'team', title: 'Team', type: 'record-reference', mirror: ['people', 'company'], ...many },
  { slug: 'categories', title: 'Categories', type: 'select', ...many },
  { slug: 'primary_location', title: 'Primary location', type: 'location' },
  { slug: 'logo_url', title: 'Logo URL', type: 'text', ...readOnly },
  ...social,
  { slug: 'estimated_arr_usd', title: 'Estimated ARR', type: 'select' },
  { slug: 'funding_raised_usd', title: 'Funding raised', type: 'currency', currencyCode: 'USD', displayType: 'symbol' },
  { slug: 'foundation_date', title: 'Foundation date', type: 'date' },
  { slug: 'employee_range', title: 'Employee range', type: 'select' },
  ...interactions,
  {
    slug: 'associated_deals',
    title: 'Associated deals',
    description: 'Deal records associated with a Company record',
    type: 'record-reference',
    mirror: ['deals', 'associated_company'],
    ...many,
  },
  ...created,
];

/** The nine of every workspace (docs.attio.com/docs/standard-objects/standard-objects-deals; order from a real one's schema). */
export const dealAttributes: readonly SeedAttribute[] = [
  recordId,
  { slug: 'name', title: 'Deal name', type: 'text', isRequired: true },
  { slug: 'stage', title: 'Deal stage', type: 'status', isRequired: true },
  { slug: 'owner', title: 'Deal owner', type: 'actor-reference', isRequired: true },
  { slug: 'value', title: 'Deal value', type: 'currency', currencyCode: 'USD', displayType: 'symbol' },
  {
    slug: 'associated_people',
    title: 'Associated people',
    type: 'record-reference',
    mirror: ['people', 'associated_deals'],
    ...many,
  },
  {
    slug: 'associated_company',
    title: 'Associated company',
    type: 'record-reference',
    mirror: ['companies', 'associated_deals'],
  },
  { slug: 'created_at', title: 'Created at', type: 'timestamp', ...readOnly },
  { slug: 'created_by', title: 'Created by', type: 'actor-reference', ...readOnly },
];
