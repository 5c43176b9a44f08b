import type { Member } from '../workspace/members.ts';
import { stableUuid } from './stable-uuid.ts';

type DemoMember = Pick<Member, 'firstName' | 'lastName' | 'emailAddress' | 'accessLevel'>;

/** The admin first: the API key is hers. One has left and is suspended. The last is the owner in Attio's own example request. */
const people: readonly DemoMember[] = [
  { firstName: 'Ana', lastName: 'Kovač', emailAddress: 'ana@northwind.com', accessLevel: 'admin' },
  { firstName: 'Tomás', lastName: 'Ferreira', emailAddress: 'tomas@northwind.com', accessLevel: 'member' },
  { firstName: 'Priya', lastName: 'Nair', emailAddress: 'priya@northwind.com', accessLevel: 'member' },
  { firstName: 'Jonas', lastName: 'Lindqvist', emailAddress: 'jonas@northwind.com', accessLevel: 'member' },
  { firstName: 'Marta', lastName: 'Nowak', emailAddress: 'marta@northwind.com', accessLevel: 'suspended' },
  { firstName: 'Sam', lastName: 'Rivers', emailAddress: 'person@company.com', accessLevel: 'member' },
];

/** The six members of the demo workspace. */
export function demoMembers(createdAt: string): Member[] {
  return people.map((member) => ({ ...member, id: stableUuid(`member ${member.emailAddress}`), createdAt }));
}
