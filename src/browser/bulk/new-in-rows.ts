import { isPicked } from '../../attributes/picked-entry.ts';
import { objectMeant } from '../../attributes/record-reference/new-record.ts';
import { withNewRecords } from '../../attributes/record-reference/new-record-chip.ts';
import type { DealForm } from '../../contract/deal-form.ts';
import type { DraftOwner, Entries } from '../deal-form/draft-store.ts';
import { enteredWords } from '../deal-form/entry-words.ts';
import { publicHosts } from '../paste-fill/deal-of-text.ts';
import { roleMailbox } from '../paste-fill/name-of-address.ts';
import { changeRows } from './change-rows.ts';
import type { Row } from './use-batch.tsx';

/** A row with companies or people that Attio lacks, as it is when they are made with its deal. */
export interface RowWithNew {
  row: Row;
  entries: Entries;
  /** The ids of the chips of those that are new. */
  keys: readonly string[];
}

/** Mailboxes of roles are no people, and mail hosts of the public no companies. */
const isNobody = (unique: string): boolean => {
  const [local = '', host] = unique.split('@');
  return host === undefined ? publicHosts.test(local) : roleMailbox.test(local);
};

/** The rows in which stand addresses or domains that nobody has yet, where the workspace lets them be made from here. */
export function rowsWithNew(rows: readonly Row[], { fields, unmakeable }: DealForm): RowWithNew[] {
  return rows.flatMap((row): RowWithNew | [] => {
    const entries = row.draft?.sent === null && row.judged?.values === null ? row.judged.entries : {};
    const made = fields.flatMap((field) => {
      const entry = entries[field.slug];
      if (field.type !== 'record-reference' || !isPicked(entry) || entry.making) return [];
      const object = objectMeant(field, entry.text);
      const withNew = unmakeable.some((one) => one.object === object) ? null : withNewRecords(field, entry, isNobody);
      return withNew ? [{ slug: field.slug, withNew }] : [];
    });
    if (made.length === 0) return [];
    const keys = made.flatMap(({ withNew }) => withNew.picked.flatMap(({ id, new: fresh }) => (fresh ? id : [])));
    return { row, entries: { ...entries, ...Object.fromEntries(made.map(({ slug, withNew }) => [slug, withNew])) }, keys };
  });
}

/** Has what is new made with the deals of these rows. @throws when the browser keeps nothing */
export function enterAsNew(owner: DraftOwner, rows: readonly RowWithNew[], form: DealForm, locale: string): Promise<void> {
  const entriesOf = new Map(rows.map(({ row, entries }) => [row.id, entries]));
  const { schema_version } = form;
  return changeRows(
    owner,
    rows.flatMap(({ row }) => row.draft ?? []),
    (now) => {
      const entries = entriesOf.get(now.id) ?? now.entries;
      return { ...now, entries, words: enteredWords(form, entries), schema_version, locale };
    },
  );
}
