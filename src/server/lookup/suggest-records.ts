import type { Suggestion } from '../../contract/lookup.ts';
import type { AttioClient } from '../attio/client.ts';
import { queryRecords } from '../attio/query-records.ts';
import { searchRecords } from '../attio/search-records.ts';
import { uniqueFilter } from '../attio/unique-filter.ts';
import type { Clock } from '../clock.ts';
import type { Visitor } from '../session/visitor.ts';
import { bestFirst } from './best-first.ts';
import { suggestHit, suggestRecord } from './describe-record.ts';
import { mergeSuggestions } from './merge-suggestions.ts';

const maxRecent = 10;

/**
 * Records of an object for a picker: the ones that fit the text, or the newest when there is none yet.
 * @throws ProblemError, TokenRefused
 */
export async function suggestRecords(
  client: AttioClient,
  visitor: Visitor,
  { object, query }: { object: string; query: string },
  now: Clock,
): Promise<Suggestion[]> {
  if (query === '') {
    const sorts = [{ attribute: 'created_at', direction: 'desc' }] as const;
    const recent = await queryRecords(client, visitor.token, object, { sorts, limit: maxRecent }, now);
    return recent.map((record) => suggestRecord(object, record));
  }
  const [exact, hits] = await Promise.all([
    findExactly(client, visitor, object, query, now),
    searchRecords(client, visitor.token, { object, query, memberId: visitor.member.id }, now),
  ]);
  return mergeSuggestions(
    exact,
    bestFirst(
      hits.map((hit) => suggestHit(object, hit)),
      query,
    ),
  );
}

/** Objects that are asked at once: a keystroke must not cost more. */
const mostObjects = 6;

/**
 * Records of several objects, in turn, so that none hides behind another's.
 * @throws ProblemError, TokenRefused
 */
export async function suggestOfObjects(
  client: AttioClient,
  visitor: Visitor,
  { objects, query }: { objects: readonly string[]; query: string },
  now: Clock,
): Promise<Suggestion[]> {
  const asked = objects.slice(0, mostObjects);
  const answers = await Promise.allSettled(asked.map((object) => suggestRecords(client, visitor, { object, query }, now)));
  const lists = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  const failed = answers.find((answer) => answer.status === 'rejected');
  // One that is switched off, or may not be read, does not take the others with it.
  if (lists.length === 0 && failed) throw failed.reason;
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return mergeSuggestions(Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat());
}

/**
 * The record with exactly this e-mail address or domain. Search may not know it yet; the query endpoint does, and a
 * record that was added a minute ago is the likeliest to be looked for.
 */
async function findExactly(
  client: AttioClient,
  { token }: Visitor,
  object: string,
  query: string,
  now: Clock,
): Promise<Suggestion[]> {
  const filter = uniqueFilter(object, query);
  if (!filter) return [];
  const records = await queryRecords(client, token, object, { filter, limit: maxRecent }, now);
  return records.map((record) => suggestRecord(object, record));
}
