import type { DemoCompany } from './demo-companies.ts';
import { addressPart, demoName } from './names.ts';
import type { Random } from './random.ts';

/** Somebody who works at one of the demo's companies. */
export type DemoPerson = {
  first: string;
  last: string;
  emailAddress: string;
  jobTitle: string;
  company: DemoCompany;
  phone?: string;
};

export const JOBS = [
  'Head of Purchasing',
  'Chief Executive Officer',
  'Chief Financial Officer',
  'Operations Manager',
  'IT Director',
  'Office Manager',
  'Product Manager',
  'Data Analyst',
  'Procurement Specialist',
  'Founder',
  'Head of Legal',
  'VP Engineering',
  'Account Manager',
  'Customer Success Lead',
  'Finance Controller',
  'Security Officer',
  'Marketing Director',
  'Software Engineer',
];

const known: readonly [first: string, last: string, emailAddress: string, jobTitle: string][] = [
  ['Bo', 'Li', 'bo@globex.com', 'Chief Financial Officer'],
  ['Joana', 'Reis', 'joana@globex.com', 'Head of Purchasing'],
  ['Jon', 'Meier', 'jon@initech.com', 'IT Director'],
  ['Pat', 'Person', 'person@company.com', 'Founder'],
];
/** Namesakes of the known people, who work elsewhere. */
const namesakes: readonly [first: string, last: string][] = [
  ['Bo', 'Li'],
  ['Jon', 'Meier'],
  ['Joana', 'Reis'],
];

/** The known people, their namesakes and as many others as asked for, spread over the companies. */
export function demoPeople(count: number, companies: readonly DemoCompany[], random: Random): DemoPerson[] {
  const people = new Map<string, DemoPerson>();
  for (const [first, last, emailAddress, jobTitle] of known) {
    const company = companies.find(({ domain }) => emailAddress.endsWith(`@${domain}`));
    if (company) people.set(emailAddress, { first, last, emailAddress, jobTitle, company, phone: phoneNumber(random) });
  }
  const add = (first: string, last: string, address: string) => {
    const company = random.pick(companies);
    const emailAddress = `${address}@${company.domain}`;
    // Two of one name at one company would need two addresses; the second simply works elsewhere.
    if (people.has(emailAddress)) return;
    const person = { first, last, emailAddress, jobTitle: random.pick(JOBS), company };
    people.set(emailAddress, random.next() < 0.3 ? { ...person, phone: phoneNumber(random) } : person);
  };
  for (const [first, last] of namesakes) add(first, last, `${addressPart(first)}.${addressPart(last)}`);
  while (people.size < count) {
    const { first, last, address } = demoName(random);
    add(first, last, address);
  }
  return [...people.values()];
}

/** From the range kept free for fiction: +1 … 555 0100 to 0199. */
function phoneNumber(random: Random): string {
  const area = random.pick(['212', '312', '415', '512', '617', '718']);
  return `+1${area}55501${String(random.below(100)).padStart(2, '0')}`;
}
