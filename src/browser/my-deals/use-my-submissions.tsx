import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { paths } from '../../contract/paths.ts';
import { type Submission, type SubmissionList, type SubmissionState, submissionListSchema } from '../../contract/submission.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { callApi } from '../api/client.ts';
import { type ListFilter, queryOf } from './list-filter.ts';

type Pages = InfiniteData<SubmissionList, unknown>;

function pathOf(filter: ListFilter, cursor: string | null): string {
  const query = queryOf(filter);
  if (cursor !== null) query.set('cursor', cursor);
  return query.size === 0 ? paths.submissions : `${paths.submissions}?${query}`;
}

const allOf = (pages: Pages | undefined): Submission[] => pages?.pages.flatMap(({ submissions }) => submissions) ?? [];

/**
 * How long to wait before the list is read anew, while any of mine is open, whether it is listed or not: the longer nothing has
 * changed the longer, false when nothing will. What a person has to decide changes seldom by itself.
 */
function readPause(openStates: readonly SubmissionState[], calmMs: number): number | false {
  if (openStates.length === 0) return false;
  const needsNoHurry = openStates.every((state) => state === 'needs_checking');
  return Math.min(Math.max(calmMs / 4, needsNoHurry ? 15_000 : 1_000), 30_000);
}

/** How long to wait before a list that could not be read is read again. */
const failedPauseMs = 10_000;

const isSessionOver = (error: Error): boolean => error instanceof ApiProblem && error.problem.status === 401;

/** My submissions that a filter lets through, newest first, read anew while any of mine is open. */
export function useMySubmissions(filter: ListFilter) {
  const queryClient = useQueryClient();
  const calm = useRef<{ pages: Pages | undefined; since: number }>({ pages: undefined, since: 0 });
  const queryKey = ['submissions', filter.group, filter.name.trim()];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => callApi(pathOf(filter, pageParam), { signal, answer: submissionListSchema }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
    // What stood there stays until what was asked for is there.
    placeholderData: keepPreviousData,
    networkMode: 'always',
    retry: false,
    refetchOnReconnect: 'always',
    refetchInterval({ state: { data: pages, error } }) {
      if (error) return isSessionOver(error) ? false : failedPauseMs;
      // Pages that say the same as before are the same object.
      if (calm.current.pages !== pages) calm.current = { pages, since: Date.now() };
      return readPause(pages?.pages[0]?.open_states ?? [], Date.now() - calm.current.since);
    },
  });

  /** Puts in what the server has just answered. */
  const replace = (answered: Submission) =>
    queryClient.setQueryData<Pages>(
      queryKey,
      (pages) =>
        pages && {
          ...pages,
          pages: pages.pages.map((page) => ({
            ...page,
            submissions: page.submissions.map((one) => (one.id === answered.id ? answered : one)),
          })),
        },
    );

  return {
    submissions: query.data && allOf(query.data),
    /** Whether what is listed is of the filter before. */
    isOfBefore: query.isPlaceholderData,
    isPending: query.isPending,
    isError: query.isError,
    isFetching: query.isFetching,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    readAnew: () => void query.refetch(),
    replace,
  };
}
