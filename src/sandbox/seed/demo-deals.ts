import type { Member } from '../workspace/members.ts';
import { demoDealChoices } from './demo-attributes.ts';
import type { DemoCompany } from './demo-companies.ts';
import type { DemoPerson } from './demo-people.ts';
import type { Random } from './random.ts';

const WORK = [
  'Platform rollout',
  'Annual renewal',
  'Analytics pilot',
  'Support upgrade',
  'Team training',
  'Expansion',
  'Migration',
];
const STEPS = [
  'Send the revised quote',
  'Book a call with procurement',
  'Wait for the security review',
  'Share the pilot results',
  '',
];
// A pipeline has more beginnings than ends.
const STAGES = ['Lead', 'Lead', 'Lead', 'In Progress', 'In Progress', 'In Progress', 'Won 🎉', 'Lost'];

/** The values of a believable deal, in the API's own written forms. */
export function demoDeal(
  company: DemoCompany,
  people: readonly DemoPerson[],
  members: readonly Member[],
  random: Random,
): Record<string, unknown> {
  const stage = random.pick(STAGES);
  const seats = 5 * (1 + random.below(60));
  const contacts = people.filter((person) => person.company === company).slice(0, 1 + random.below(3));
  const step = random.pick(STEPS);
  return {
    name: `${random.pick(WORK)} for ${company.name}`,
    stage,
    owner: random.pick(members).emailAddress,
    value: seats * random.pick([90, 120, 145.5, 180]),
    associated_company: company.domain,
    associated_people: contacts.map((person) => person.emailAddress),
    close_date: new Date(Date.UTC(2026, 6 + random.below(10), 1 + random.below(28))).toISOString().slice(0, 10),
    lead_source: random.pick(demoDealChoices.lead_source ?? []),
    products: (demoDealChoices.products ?? []).filter((_, index) => index === 0 || random.next() < 0.3),
    seats,
    needs_legal_review: random.next() < 0.25,
    ...(step && stage !== 'Lost' ? { next_step: step } : {}),
  };
}
