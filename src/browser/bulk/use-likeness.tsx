import { useEffect, useState } from 'react';
import { folded } from '../../attributes/matches-text.ts';
import type { DealForm } from '../../contract/deal-form.ts';
import type { Duplicates } from '../../contract/duplicates.ts';
import { findSimilarDeals } from '../api/look-up.ts';
import { queryClient } from '../api/with-queries.tsx';
import { telling } from '../deal-form/use-similar-deals.tsx';
import { useOnline } from '../offline/use-online.tsx';
import type { Row } from './use-batch.tsx';

type SimilarDeal = Duplicates['deals'][number];

/** What a row that is not sent looks like: an earlier row by its number from 1, an open deal in Attio. */
export interface Likeness {
  twin: number | null;
  similar: SimilarDeal | null;
}

const tellingValues = (values: Record<string, unknown>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(values).filter(([slug]) => Object.hasOwn(telling, slug))));

const staleMs = 60_000;

/** Per row that can be sent, what it looks like, by its id. A warning: it can be sent all the same. */
export function useLikeness(rows: readonly Row[], { schema_version }: DealForm): ReadonlyMap<string, Likeness> {
  const isOnline = useOnline();
  const [similar, setSimilar] = useState<ReadonlyMap<string, SimilarDeal>>(new Map());
  const wanted = rows.flatMap(({ judged }) => (judged?.values ? tellingValues(judged.values) : []));
  const questions = JSON.stringify([...new Set(wanted)]);
  useEffect(() => {
    if (!isOnline) return;
    let isOver = false;
    const ask = async () => {
      // One after the other: nobody waits for these, and Attio has more to do.
      for (const question of JSON.parse(questions) as string[]) {
        const said = await queryClient
          .fetchQuery<Duplicates>({
            queryKey: ['duplicates', question, schema_version],
            queryFn: ({ signal }) => findSimilarDeals(JSON.parse(question), signal),
            ...{ staleTime: staleMs, retry: false, networkMode: 'always' as const },
          })
          .catch(() => null);
        if (isOver) return;
        const [likest] = said?.deals ?? [];
        if (likest) setSimilar((known) => new Map(known).set(question, likest));
      }
    };
    void ask();
    return () => {
      isOver = true;
    };
  }, [questions, isOnline, schema_version]);

  const likeness = new Map<string, Likeness>();
  const firstOf = new Map<string, number>();
  rows.forEach((row, at) => {
    const key = folded(['name', 'associated_company'].map((slug) => row.words[slug] ?? '').join('\n'));
    const twin = key === '\n' ? undefined : firstOf.get(key);
    if (twin === undefined) firstOf.set(key, at + 1);
    if (row.draft?.sent !== null) return;
    const found = row.judged?.values && similar.get(tellingValues(row.judged.values));
    if (twin !== undefined || found) likeness.set(row.id, { twin: twin ?? null, similar: found ?? null });
  });
  return likeness;
}
