import { type RawBuilder, sql } from 'kysely';
import type { Database } from './open-database.ts';
import type { AttemptPlan, ReceivedSubmission } from './sending-queue.ts';
import type { SubmissionKey, SubmissionRow } from './submission-row.ts';
import { type Pace, turnQuery } from './take-turn.ts';

/**
 * Receives a submission and claims its first attempt, if the workspace's turn has come, in one statement: over a network each
 * round trip that is saved is felt by a rep. PostgreSQL alone can; what it does is what `receive` does elsewhere in a
 * transaction. Undefined when the submission is there already.
 */
export async function receiveAtOnce(
  db: Database,
  key: SubmissionKey,
  { body, bodyHash, locale, fingerprint }: Omit<ReceivedSubmission, 'holdMs'>,
  { plan, owner }: { plan: AttemptPlan; owner: string },
  { pace, at }: { pace: Pace; at: () => RawBuilder<number> },
): Promise<SubmissionRow | undefined> {
  const { workspaceId, memberId, id } = key;
  const own = plan.claim;
  const turn = turnQuery(db, own, { workspaceId, protection: plan.protection, arriving: key }, pace, at);
  const ifMine = (value: RawBuilder<unknown>) => sql`case when taken.turn = ${own} then ${value} end`;
  const sentAt = ifMine(sql`cast(${plan.sentAt} as bigint)`);
  const { rows } = await sql<SubmissionRow>`
    with taken as (${turn})
    insert into submissions (workspace_id, member_id, id, body, body_hash, locale, fingerprint, received_at,
      state, attempt, claim, protection, owner, lease_until, sent_at, last_sent_at)
    select ${workspaceId}, ${memberId}, ${id}, ${body}, ${bodyHash}, ${locale}, ${fingerprint}, ${at()},
      coalesce(${ifMine(sql`'sending'`)}, 'received'), coalesce(${ifMine(sql`1`)}, 0), ${ifMine(sql`cast(${own} as text)`)},
      ${ifMine(sql`cast(${plan.protection} as text)`)},
      ${ifMine(sql`cast(${owner} as text)`)}, ${ifMine(sql`${at()} + ${sql.lit(plan.leaseMs)}`)}, ${sentAt}, ${sentAt}
    from taken
    on conflict do nothing
    returning *`.execute(db);
  return rows[0];
}
