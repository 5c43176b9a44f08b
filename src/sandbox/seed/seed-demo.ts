import type { Sandbox } from '../sandbox.ts';
import { demoCompanies } from './demo-companies.ts';
import { demoDeal } from './demo-deals.ts';
import { seedDemoList } from './demo-list.ts';
import { demoPeople } from './demo-people.ts';
import { Random } from './random.ts';
import { seedRecord } from './seed-record.ts';

const COMPANIES = 300;
const PEOPLE = 900;
const DEALS = 60;
const HOUR = 3_600_000;

/** Fills the demo workspace with companies, their people and deals; the same on every computer. */
export function seedDemo(sandbox: Sandbox): void {
  const random = new Random(4311);
  const members = sandbox.members.all();
  const [admin] = members;
  const actor = { type: 'workspace-member', id: admin?.id ?? null } as const;
  // The workspace grew over the first months of 2026, one record after the other.
  let moment = Date.UTC(2026, 0, 5, 8);
  const write = (hours: number) => {
    moment += hours * HOUR;
    return { actor, at: new Date(moment) };
  };

  const companies = demoCompanies(COMPANIES, random);
  for (const { name, domain, location, categories, employeeRange } of companies) {
    const values = { name, domains: [domain], primary_location: location, categories, employee_range: employeeRange };
    seedRecord(sandbox, 'companies', domain, values, write(1));
  }
  const people = demoPeople(PEOPLE, companies, random);
  for (const { first, last, emailAddress, jobTitle, company, phone } of people) {
    const values = {
      name: { first_name: first, last_name: last, full_name: `${first} ${last}` },
      email_addresses: [emailAddress],
      job_title: jobTitle,
      company: company.domain,
      phone_numbers: phone ? [phone] : [],
    };
    seedRecord(sandbox, 'people', emailAddress, values, write(1));
  }
  for (let index = 0; index < DEALS; index += 1) {
    const company = index < 2 ? companies[index] : random.pick(companies);
    if (company) seedRecord(sandbox, 'deals', String(index), demoDeal(company, people, members, random), write(30));
  }
  seedDemoList(sandbox, companies, random, write);
}
