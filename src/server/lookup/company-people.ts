import type { Suggestion } from '../../contract/lookup.ts';
import type { AttioClient } from '../attio/client.ts';
import { queryRecords } from '../attio/query-records.ts';
import type { Clock } from '../clock.ts';
import type { Visitor } from '../session/visitor.ts';
import { suggestRecord } from './describe-record.ts';

/** Long enough for typing a name, short enough that nobody misses the person added a moment ago. */
const keepMs = 30_000;
const maxKept = 500;
const maxPeople = 100;

/** The people of a company, as the visitor may see them. */
export type CompanyPeople = (visitor: Visitor, companyId: string) => Promise<Suggestion[]>;

/** Asks Attio once per visitor and company for a while: the answer is wanted again at every keystroke. */
export function createCompanyPeople(client: AttioClient, now: Clock): CompanyPeople {
  const kept = new Map<string, { until: number; people: Promise<Suggestion[]> }>();

  async function read({ token }: Visitor, companyId: string): Promise<Suggestion[]> {
    const filter = { company: { target_object: 'companies', target_record_id: companyId } };
    const sorts = [{ attribute: 'created_at', direction: 'desc' }] as const;
    const people = await queryRecords(client, token, 'people', { filter, sorts, limit: maxPeople }, now);
    return people.map((person) => suggestRecord('people', person, true));
  }

  return (visitor, companyId) => {
    const key = `${visitor.workspace.id} ${visitor.member.id} ${companyId}`;
    const known = kept.get(key);
    if (known && now() < known.until) return known.people;
    const entry = { until: now() + keepMs, people: read(visitor, companyId) };
    kept.delete(key);
    kept.set(key, entry);
    entry.people.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest);
    return entry.people;
  };
}
