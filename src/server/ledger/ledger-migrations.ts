import type { Migration } from './migrate.ts';

export const ledgerMigrations: readonly Migration[] = [
  {
    name: '001-submissions',
    sql: `create table submissions (
      workspace_id text not null,
      member_id text not null,
      id text not null,
      state text not null check (state in ('received', 'sending', 'created', 'refused', 'unknown')),
      body text not null,
      body_hash text not null,
      attempt integer not null default 0,
      lease_until integer,
      received_at integer not null,
      settled_at integer,
      reason text,
      record_id text,
      answer text,
      primary key (workspace_id, member_id, id)
    ) strict, without rowid;
    create index submissions_by_state on submissions (state, lease_until);`,
  },
  {
    // Which process is at an attempt, so that another one on the same data does not take it for abandoned.
    name: '002-submission-owner',
    sql: 'alter table submissions add column owner text;',
  },
];
