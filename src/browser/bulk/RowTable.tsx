import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import { draftPath, paths } from '../../contract/paths.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { inList, t } from '../../words/t.ts';
import { StateMark } from '../my-deals/StateMark.tsx';
import { standingOf, standingWords } from './row-standing.ts';
import { canTakeBack } from './take-rows-back.ts';
import type { Row } from './use-batch.tsx';
import type { Likeness } from './use-likeness.tsx';

interface RowTableProps {
  rows: readonly Row[];
  form: DealForm;
  /** BCP 47. */
  locale: string;
  likeness: ReadonlyMap<string, Likeness>;
  onRemove: (rows: readonly Row[]) => void;
  onTakeBack: (ids: readonly string[]) => void;
}

/** Characters of a name that stands in a remark. */
const longestName = 80;

/** Fields that are written in figures: they end at one edge. */
const inFigures: ReadonlySet<Field['type']> = new Set(['number', 'currency']);

/** The rows below one another, each with how it stands and what may be done with it; as slips where there is no room for columns. */
export function RowTable({ rows, form, locale, likeness, onRemove, onTakeBack }: RowTableProps) {
  const table = useRef<HTMLTableSectionElement>(null);
  /** Where a row was removed: there the next one has the focus. */
  const removedAt = useRef<number | null>(null);
  useEffect(() => {
    if (removedAt.current === null) return;
    const next = table.current?.rows[Math.min(removedAt.current, rows.length - 1)];
    removedAt.current = null;
    next?.querySelector('button')?.focus();
  }, [rows.length]);
  const remove = (row: Row) => {
    removedAt.current = rows.indexOf(row);
    onRemove([row]);
  };
  const fields = form.fields.filter(({ slug }) => rows.some(({ words }) => Object.hasOwn(words, slug)));
  return (
    // A table that is wider than the page is moved by itself, also with the keys.
    <section
      aria-label={t('bulk.table')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keys
      tabIndex={0}
      className="relative overflow-x-auto rounded-card border border-line bg-surface shadow-card"
    >
      <table className="block w-full border-collapse text-start wrap-break-word md:table">
        <thead className="sr-only text-small text-muted md:not-sr-only md:table-header-group">
          <tr>
            <Head>{t('bulk.number')}</Head>
            <Head>{t('bulk.state')}</Head>
            {fields.map(({ slug, title, type }) => (
              <Head key={slug} isEnd={inFigures.has(type)}>
                {title}
              </Head>
            ))}
            <Head>
              <span className="sr-only">{t('bulk.action')}</span>
            </Head>
          </tr>
        </thead>
        <tbody ref={table} className="block md:table-row-group">
          {rows.map((row, at) => (
            <TableRow
              key={row.id}
              {...{ row, fields, locale, onTakeBack }}
              onRemove={remove}
              number={at + 1}
              like={likeness.get(row.id)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const Head = ({ isEnd = false, children }: { isEnd?: boolean; children: React.ReactNode }) => (
  <th scope="col" className={clsx('px-3 py-2.5 align-bottom font-[550]', isEnd ? 'text-end' : 'text-start')}>
    <bdi>{children}</bdi>
  </th>
);

interface TableRowProps {
  row: Row;
  /** From 1. */
  number: number;
  fields: readonly Field[];
  locale: string;
  like: Likeness | undefined;
  onRemove: (row: Row) => void;
  onTakeBack: (ids: readonly string[]) => void;
}

const cell = 'block md:table-cell md:border-t md:border-line md:px-3 md:py-2.5 align-top';

function TableRow({ row, number, fields, locale, like, onRemove, onTakeBack }: TableRowProps) {
  const { words, mark } = standingWords(row);
  const faults = row.judged?.faults ?? [];
  const { pasted, unread = [] } = row.draft?.sent === null ? row.draft : {};
  // What is a certain field's is a fault.
  const rest = pasted?.rest.filter((text) => !unread.some((one) => text.endsWith(`: ${one.text}`))) ?? [];
  const similar = like?.similar;
  return (
    <tr className="block border-t border-line p-4 first:border-t-0 md:table-row">
      <td className={clsx(cell, 'text-muted tabular-nums max-md:sr-only')}>{number.toLocaleString(locale)}</td>
      <td className={clsx(cell, 'md:w-72')}>
        <div className="flex items-start gap-2.5">
          <StateMark mark={mark} />
          <div className="min-w-0 self-center text-small wrap-anywhere md:w-60">
            <p className="font-[550]">{words}</p>
            {faults.map((fault) => (
              <p key={fault} className="text-warn">
                {fault}
              </p>
            ))}
            {rest.length > 0 && (
              <p className="text-muted">
                {t('bulk.notUnderstood', { texts: inList(rest.map((text) => t('quoted', { text: text.slice(0, 80) }))) })}
              </p>
            )}
            {like && like.twin !== null && <p className="text-warn">{t('bulk.twin', { number: like.twin })}</p>}
            {similar && (
              <p className="text-muted">
                {t('bulk.similar', {
                  name: similar.name?.slice(0, longestName) ?? t('submissions.unnamed'),
                  reasons: inList(similar.reasons.map(({ words: reason }) => reason)),
                })}
              </p>
            )}
          </div>
        </div>
      </td>
      {fields.map(({ slug, title, type }) => {
        const text = row.words[slug];
        return (
          <td
            key={slug}
            className={clsx(
              cell,
              'max-md:mt-2 max-md:flex max-md:gap-3',
              text === undefined && 'max-md:hidden',
              inFigures.has(type) && 'tabular-nums md:text-end md:whitespace-nowrap',
              slug === 'name' && 'font-[550]',
            )}
          >
            <span aria-hidden="true" className="w-32 shrink-0 font-normal text-muted md:hidden">
              {title}
            </span>
            <span className="min-w-0 wrap-anywhere md:line-clamp-3 md:max-w-60 md:min-w-24">
              <bdi>{text}</bdi>
            </span>
          </td>
        );
      })}
      <td className={clsx(cell, 'end-0 bg-surface max-md:mt-2 lg:sticky md:text-end')}>
        <div className="-mx-2 flex items-center whitespace-nowrap md:-my-2.5 md:justify-end">
          <Actions {...{ row, onRemove, onTakeBack }} />
        </div>
      </td>
    </tr>
  );
}

function Actions({ row, onRemove, onTakeBack }: Pick<TableRowProps, 'row' | 'onRemove' | 'onTakeBack'>) {
  const { draft, submission } = row;
  const name = row.words['name'] ?? t('drafts.unnamed');
  if (draft?.sent === null) {
    return (
      <>
        <ButtonLink weight="quiet" href={draftPath(draft.id)} aria-label={t('bulk.changeOf', { name })}>
          {t('bulk.change')}
        </ButtonLink>
        <Button weight="quiet" aria-label={t('bulk.removeOf', { name })} onClick={() => onRemove(row)}>
          {t('bulk.remove')}
        </Button>
      </>
    );
  }
  if (draft && canTakeBack(draft)) {
    return (
      <Button weight="quiet" aria-label={t('bulk.takeBackOf', { name })} onClick={() => onTakeBack([draft.id])}>
        {t('accepted.takeBack')}
      </Button>
    );
  }
  if (submission?.state === 'created' && submission.web_url) {
    return (
      <ButtonLink
        weight="quiet"
        href={submission.web_url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={t('bulk.openOf', { name })}
      >
        {t('receipt.open')}
      </ButtonLink>
    );
  }
  return standingOf(row) === 'open' && submission ? (
    <ButtonLink weight="quiet" href={paths.mySubmissions}>
      {t('bulk.look')}
    </ButtonLink>
  ) : null;
}
