import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { matchesText } from '../../attributes/matches-text.ts';
import { type SubmissionState, submissionGroups } from '../../contract/submission.ts';
import type { Database, Tables } from './open-database.ts';
import type { SubmissionRow } from './submission-row.ts';

/** A place in a member's submissions, newest first. */
export interface ListCursor {
  receivedAt: number;
  id: string;
}

/** Which of a member's submissions are listed: those in one of the states, and of such a name; null where any will do. */
export interface ListFilter {
  states: readonly SubmissionState[] | null;
  /** Words as somebody types them who looks for the deal. */
  name: string | null;
}

/** What a member has sent. */
export interface SubmissionLists {
  /** A member's, newest first, from behind the cursor; without those of which only the proof is left, or that went on in the form. */
  list(
    workspaceId: string,
    memberId: string,
    cursor: ListCursor | null,
    limit: number,
    filter?: ListFilter,
  ): Promise<SubmissionRow[]>;
  /** The states that a member's open submissions are in, each once. */
  openStates(workspaceId: string, memberId: string): Promise<SubmissionState[]>;
}

/** Names are compared here and not by the database: the two engines have other ideas of case, and none of accents. */
const namesAtOnce = 200;

export function createSubmissionLists(db: Database): SubmissionLists {
  const ofMember = (workspaceId: string, memberId: string) =>
    db.selectFrom('submissions').where('workspace_id', '=', workspaceId).where('member_id', '=', memberId);
  const page = (workspaceId: string, memberId: string, cursor: ListCursor | null, states: ListFilter['states']) =>
    ofMember(workspaceId, memberId)
      .where('reduced_at', 'is', null)
      .where('taken_back', '=', 0)
      .$if(states !== null, (query) => query.where('state', 'in', states ?? []))
      .$if(cursor !== null, (query) => query.where(isBehind(cursor ?? { receivedAt: 0, id: '' })))
      .orderBy('received_at', 'desc')
      .orderBy('id', 'desc');

  /** The ids of the next that have such a name: what was entered is kept for a month, so there are never many to look through. */
  async function namedIds(
    asked: { workspaceId: string; memberId: string; states: ListFilter['states'] },
    name: string,
    cursor: ListCursor | null,
    limit: number,
  ): Promise<string[]> {
    const found: string[] = [];
    for (let from = cursor; ; ) {
      const rows = await page(asked.workspaceId, asked.memberId, from, asked.states)
        .select(['id', 'received_at', 'body'])
        .limit(namesAtOnce)
        .execute();
      found.push(...rows.filter(({ body }) => matchesText(name, [nameIn(body) ?? ''])).map(({ id }) => id));
      const last = rows.at(-1);
      if (!last || rows.length < namesAtOnce || found.length >= limit) return found.slice(0, limit);
      from = { receivedAt: last.received_at, id: last.id };
    }
  }

  return {
    async list(workspaceId, memberId, cursor, limit, { states, name } = { states: null, name: null }) {
      const listed = page(workspaceId, memberId, cursor, states).selectAll().limit(limit);
      if (name === null) return listed.execute();
      const ids = await namedIds({ workspaceId, memberId, states }, name, cursor, limit);
      return ids.length === 0 ? [] : listed.where('id', 'in', ids).execute();
    },

    async openStates(workspaceId, memberId) {
      const rows = await ofMember(workspaceId, memberId)
        .select('state')
        .distinct()
        .where('state', 'in', submissionGroups.open)
        .orderBy('state')
        .execute();
      return rows.map(({ state }) => state);
    },
  };
}

/** That a row comes after a place, newest first. */
const isBehind =
  ({ receivedAt, id }: ListCursor) =>
  (eb: ExpressionBuilder<Tables, 'submissions'>): Expression<SqlBool> =>
    eb.or([eb('received_at', '<', receivedAt), eb.and([eb('received_at', '=', receivedAt), eb('id', '<', id)])]);

/** What the rep called the deal of a row's body; null when it has no name. */
export function nameIn(body: string): string | null {
  const { name } = JSON.parse(body) as { name?: unknown };
  return typeof name === 'string' ? name : null;
}
