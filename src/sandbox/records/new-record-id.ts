import { randomUUID } from 'node:crypto';
import type { Collection } from '../workspace/collection.ts';
import type { WrittenValues } from './written-values.ts';

// What people and companies are known by.
const NAMING = new Map([
  ['people', 'email_addresses'],
  ['companies', 'domains'],
]);

/**
 * People written with an e-mail address and companies with a domain got version 5 UUIDs in recordings, other records
 * version 4; a client that insists on version 4 should fail here too. Ours only look the part: they are random.
 */
export function newRecordId({ kind, slug }: Collection, values: WrittenValues): string {
  const id = randomUUID();
  const naming = kind === 'object' ? NAMING.get(slug) : undefined;
  const isNamed = [...values].some(([attribute, fields]) => attribute.slug === naming && fields.length > 0);
  return isNamed ? `${id.slice(0, 14)}5${id.slice(15)}` : id;
}
