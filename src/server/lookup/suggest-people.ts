import type { Suggestion } from '../../contract/lookup.ts';
import type { AttioClient } from '../attio/client.ts';
import type { Clock } from '../clock.ts';
import type { Visitor } from '../session/visitor.ts';
import { bestFirst } from './best-first.ts';
import type { CompanyPeople } from './company-people.ts';
import { fitsQuery, mergeSuggestions } from './merge-suggestions.ts';
import { suggestRecords } from './suggest-records.ts';

/**
 * People for a picker: those of the chosen company first, then whoever else fits (or is new).
 * @throws ProblemError, TokenRefused
 */
export async function suggestPeople(
  { client, companyPeople, now }: { client: AttioClient; companyPeople: CompanyPeople; now: Clock },
  visitor: Visitor,
  { query, company }: { query: string; company: string | undefined },
): Promise<Suggestion[]> {
  const [related, others] = await Promise.all([
    company === undefined ? [] : companyPeople(visitor, company),
    suggestRecords(client, visitor, { object: 'people', query }, now),
  ]);
  return mergeSuggestions(
    bestFirst(
      related.filter((person) => fitsQuery(person, query)),
      query,
    ),
    others,
  );
}
