import type { Random } from './random.ts';
import { companyChoices } from './standard-choices.ts';

/** A company of the demo workspace. */
export type DemoCompany = { name: string; domain: string; location: string; categories: string[]; employeeRange: string };

const split = (text: string) => text.split(' ');

const STEMS = split(
  'Alder Amber Anchor Aster Atlas Aurora Basalt Beacon Birch Boreal Bright Brook Cedar Cinder Clover Cobalt Copper Coral Crest Delta Drift Ember Falcon Fern Flint Forge Garnet Glacier Granite Harbor Hazel Heron Horizon Indigo Iris Ivory Juniper Kestrel Lark Linden Lumen Maple Meridian Mistral Monsoon Nimbus Oak Onyx Opal Orchard Osprey Pebble Pine Polar Quartz Raven Ridge River Saffron Sage Sequoia Sierra Slate Solstice Spruce Sterling Summit Tamarind Terra Thistle Tidal Timber Topaz Valley Verdant Vesper Willow Zephyr',
);
export const KINDS = split(
  'Analytics Foods Freight Health Labs Legal Logistics Materials Media Mobility Networks Partners Robotics Studios Systems Textiles',
);
export const TOP_LEVELS = split('com com com com io co.uk de fr eu');
const PLACES = [
  'Zagreb, HR',
  'Lisbon, PT',
  'São Paulo, BR',
  'Berlin, DE',
  'Manchester, GB',
  'Lyon, FR',
  'Austin, US',
  'Toronto, CA',
  'Oslo, NO',
  'Warsaw, PL',
  'Bengaluru, IN',
  'Singapore, SG',
  'Nairobi, KE',
  'Dubai, AE',
  'Tel Aviv, IL',
  'Osaka, JP',
  'Melbourne, AU',
  'Seville, ES',
];

const known: readonly [name: string, domain: string][] = [
  ['Globex', 'globex.com'],
  ['Initech', 'initech.com'],
  ['Company', 'company.com'],
];

/** The known companies and as many others as asked for, no two alike. */
export function demoCompanies(count: number, random: Random): DemoCompany[] {
  const companies = known.map(([name, domain]) => company(name, domain, random));
  const taken = new Set(companies.map(({ name }) => name));
  while (companies.length < count) {
    const stem = random.pick(STEMS);
    const kind = random.pick(KINDS);
    const name = `${stem} ${kind}`;
    if (taken.has(name)) continue;
    taken.add(name);
    companies.push(company(name, `${stem}${kind}.${random.pick(TOP_LEVELS)}`.toLowerCase(), random));
  }
  return companies;
}

function company(name: string, domain: string, random: Random): DemoCompany {
  return {
    name,
    domain,
    location: random.pick(PLACES),
    categories: [random.pick(companyChoices.categories ?? [])],
    employeeRange: random.pick(companyChoices.employee_range ?? []),
  };
}
