import { paths } from '../../contract/paths.ts';
import { type SubmissionGroup, submissionGroups } from '../../contract/submission.ts';

/** What of my deals is listed. */
export interface ListFilter {
  /** Null is all. */
  group: SubmissionGroup | null;
  /** As typed; empty is any. */
  name: string;
}

export const everything: ListFilter = { group: null, name: '' };

/** Whether it leaves anything out. */
export const isNarrow = ({ group, name }: ListFilter): boolean => group !== null || name.trim() !== '';

/** The query that stands for a filter, in the page's own address as in the server's. */
export function queryOf({ group, name }: ListFilter): URLSearchParams {
  const query = new URLSearchParams();
  if (group !== null) query.set('state', group);
  if (name.trim() !== '') query.set('name', name.trim());
  return query;
}

/** The filter in the page's address; what is not one there is ignored. */
export function filterIn(search: string): ListFilter {
  const query = new URLSearchParams(search);
  const state = query.get('state') ?? '';
  const group = Object.hasOwn(submissionGroups, state) ? (state as SubmissionGroup) : null;
  return { group, name: (query.get('name') ?? '').slice(0, longestName) };
}

/** The server takes no more. */
export const longestName = 200;

/** The page with a filter. */
export function pagePath(filter: ListFilter): string {
  const query = queryOf(filter).toString();
  return query === '' ? paths.mySubmissions : `${paths.mySubmissions}?${query}`;
}
