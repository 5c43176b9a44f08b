import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { paths } from '../../contract/paths.ts';
import { type Submission, type SubmissionList, submissionListSchema } from '../../contract/submission.ts';
import { callApi } from '../api/client.ts';
import { isSettled } from '../submissions/look-pauses.ts';

type Pages = InfiniteData<SubmissionList, unknown>;

const queryKey = ['submissions'];

const pathOf = (cursor: string | null): string =>
  cursor === null ? paths.submissions : `${paths.submissions}?${new URLSearchParams({ cursor })}`;

const allOf = (pages: Pages | undefined): Submission[] => pages?.pages.flatMap(({ submissions }) => submissions) ?? [];

/** What a person has to decide changes seldom by itself. */
const needsNoHurry = ({ state }: Submission): boolean => isSettled(state) || state === 'needs_checking';

/** How long to wait before the list is read anew: the longer nothing has changed the longer, false when nothing will. */
function readPause(submissions: readonly Submission[], calmMs: number): number | false {
  if (submissions.every(({ state }) => isSettled(state))) return false;
  return Math.min(Math.max(calmMs / 4, submissions.every(needsNoHurry) ? 15_000 : 1_000), 30_000);
}

/** My submissions, newest first, read anew while any of them is open. */
export function useMySubmissions() {
  const queryClient = useQueryClient();
  const calm = useRef<{ pages: Pages | undefined; since: number }>({ pages: undefined, since: 0 });
  const { data, isPending, isError, isFetching, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => callApi(pathOf(pageParam), { signal, answer: submissionListSchema }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
    networkMode: 'always',
    retry: false,
    refetchInterval({ state: { data: pages } }) {
      // Pages that say the same as before are the same object.
      if (calm.current.pages !== pages) calm.current = { pages, since: Date.now() };
      return readPause(allOf(pages), Date.now() - calm.current.since);
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
    submissions: data && allOf(data),
    isPending,
    isError,
    isFetching,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore: () => void fetchNextPage(),
    readAnew: () => void refetch(),
    replace,
  };
}
