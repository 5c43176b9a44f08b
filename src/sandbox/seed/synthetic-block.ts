import { KINDS, TOP_LEVELS } from './demo-companies.ts';
import { JOBS } from './demo-people.ts';
import { capital, MADE_UP_WORDS, madeUpWord } from './made-up-word.ts';
import { addressPart, demoName } from './names.ts';
import { Random } from './random.ts';

/** A made-up company and the people who work there. */
export type SyntheticCompany = { name: string; domain: string; people: SyntheticPerson[] };
export type SyntheticPerson = { first: string; last: string; emailAddress: string; jobTitle?: string; phone?: string };

// Where the people of a block work: most companies have one or none, a few have a handful. Nobody works at a company whose
// number is above their own, so that a block may be cut short.
const WORKPLACES = [0, 1, 0, 2, 0, 1, 0, 3, 0, 1, 2, 4, 3, 5, 6, 7, 8, 9, 10, 11];

/** How many companies, and as many people, are made at a time. */
export const BLOCK = WORKPLACES.length;

const ENDINGS = ['', '', 's', 'son', 'ski', 'ez', 'ová', 'ić', 'berg', 'man', 'dóttir', 'ño'];
const SURNAMES = 30_000;
const SQUARES = ['田中', '山本', '東京', '青木', '大阪', '高橋', '富士', '桜井'];

/** The companies numbered from `start`, and as many people; at most `count` and a block's worth. The same on every computer. */
export function syntheticBlock(start: number, count: number): SyntheticCompany[] {
  const random = new Random(start);
  const size = Math.min(BLOCK, count);
  const companies = Array.from({ length: size }, (_, index) => company(start + index, random));
  const taken = new Set<string>();
  for (let index = 0; index < size; index += 1) {
    const workplace = companies[WORKPLACES[index] ?? 0];
    workplace?.people.push(person(workplace, taken, random));
  }
  return companies;
}

function company(number: number, random: Random): SyntheticCompany {
  const brand = madeUpWord(number % MADE_UP_WORDS);
  const kind = random.pick(KINDS);
  const host = random.pick([brand, brand, `${brand}-${kind}`, brand + kind]).toLowerCase();
  const style = random.next();
  const plain = style < 0.15 ? capital(brand) : `${capital(brand)} ${kind}`;
  const accented = style > 0.94 ? plain.replace(/o/, 'ö').replace(/e/, 'é') : plain;
  const name = style > 0.99 ? `株式会社${random.pick(SQUARES)}${random.pick(SQUARES)}` : accented;
  return { name, domain: `${host}.${random.pick(TOP_LEVELS)}`, people: [] };
}

function person({ domain }: SyntheticCompany, taken: Set<string>, random: Random): SyntheticPerson {
  const { first, last, address } = random.next() < 0.5 ? demoName(random) : rarerName(random);
  const [given = '', family = ''] = address.split('.');
  const local = random.pick([address, address, `${given.slice(0, 1)}${family}`, given]);
  let emailAddress = `${local}@${domain}`;
  for (let another = 2; taken.has(emailAddress); another += 1) emailAddress = `${local}${another}@${domain}`;
  taken.add(emailAddress);
  return {
    first,
    last,
    emailAddress,
    ...(random.next() < 0.2 ? { jobTitle: random.pick(JOBS) } : {}),
    ...(random.next() < 0.2 ? { phone: phoneNumber(random) } : {}),
  };
}

/** A common first name with one of many surnames, of which few are frequent and most are rare. */
function rarerName(random: Random): { first: string; last: string; address: string } {
  const { first, address } = demoName(random);
  const rank = Math.floor(SURNAMES ** random.next());
  const last = capital(madeUpWord(rank, 2)) + (ENDINGS[rank % ENDINGS.length] ?? '');
  return { first, last, address: `${address.split('.')[0]}.${addressPart(last)}` };
}

/** From the exchange kept free for fiction. */
function phoneNumber(random: Random): string {
  return `+1${200 + random.below(800)}55501${String(random.below(100)).padStart(2, '0')}`;
}
