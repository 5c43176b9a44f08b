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
  {
    // What recovery needs: who waits and why, what an attempt carried, what was looked for and found. SQLite cannot change
    // the check of a column, so the table is made anew.
    name: '003-recovery',
    sql: `create table recovered_submissions (
      workspace_id text not null,
      member_id text not null,
      id text not null,
      state text not null check (state in ('received', 'sending', 'deferred', 'blocked_auth', 'unknown', 'needs_checking',
        'created', 'refused', 'dismissed')),
      body text not null,
      body_hash text not null,
      locale text not null default 'en',
      fingerprint text not null default '',
      received_at integer not null,
      attempt integer not null default 0,
      protection text,
      owner text,
      lease_until integer,
      not_before integer not null default 0,
      wait_reason text,
      unsure integer not null default 0,
      sent_at integer,
      unknown_since integer,
      looks integer not null default 0,
      next_look_at integer,
      candidates text,
      settled_at integer,
      reason text,
      record_id text,
      answer text,
      duplicates text,
      primary key (workspace_id, member_id, id)
    ) strict, without rowid;
    insert into recovered_submissions (workspace_id, member_id, id, state, body, body_hash, received_at, attempt, protection,
        owner, lease_until, unsure, sent_at, unknown_since, next_look_at, settled_at, reason, record_id, answer)
      select workspace_id, member_id, id, state, body, body_hash, received_at, attempt, 'none',
        owner, lease_until, case when state = 'unknown' then 1 else 0 end,
        case when state in ('unknown', 'sending') then received_at end,
        case when state = 'unknown' then received_at end,
        case when state = 'unknown' then received_at end,
        settled_at, reason, record_id, answer
      from submissions;
    drop table submissions;
    alter table recovered_submissions rename to submissions;
    create index submissions_by_state on submissions (state, received_at);
    create index submissions_waiting on submissions (workspace_id, received_at, id) where state in ('received', 'deferred');
    create index submissions_by_look on submissions (next_look_at) where next_look_at is not null;
    create index submissions_by_member on submissions (workspace_id, member_id, received_at, id);
    create index submissions_by_fingerprint on submissions (workspace_id, fingerprint);
    create unique index submissions_by_record on submissions (workspace_id, record_id) where record_id is not null;
    create table workspaces (
      workspace_id text primary key,
      next_write_at integer not null default 0,
      paused_until integer not null default 0,
      pause_reason text,
      strikes integer not null default 0,
      actor text,
      protection text
    ) strict, without rowid;`,
  },
  {
    // Who had the last turn to write, so that taking one is a single statement.
    name: '004-turns',
    sql: 'alter table workspaces add column turn text;',
  },
  {
    // Until when a deal may have been made, and whether a person sent again what may have been applied.
    name: '005-last-sent',
    sql: `alter table submissions add column last_sent_at integer;
    alter table submissions add column given_up integer not null default 0;`,
  },
  {
    // Companies and people that are made before the deal: a row for each step that was begun.
    name: '006-new-records',
    sql: `create table new_records (
      workspace_id text not null,
      member_id text not null,
      submission_id text not null,
      record_key text not null,
      state text not null check (state in ('sending', 'made', 'found')),
      record_id text,
      primary key (workspace_id, member_id, submission_id, record_key)
    ) strict, without rowid;`,
  },
  {
    // What the admins of a workspace have settled: rules and rates, as one JSON document.
    name: '007-workspace-settings',
    sql: `create table workspace_settings (
      workspace_id text primary key,
      version integer not null,
      settings text not null,
      saved_by text not null,
      saved_at integer not null
    ) strict, without rowid;`,
  },
  {
    // Twins are rare, and SQLite prefers the key of the table to an index that begins with the same column.
    name: '008-twins',
    sql: `drop index submissions_by_fingerprint;
    create index submissions_by_fingerprint on submissions (fingerprint);`,
  },
  {
    // Which claim an attempt had: one that failed is taken back by its name, and never a later one of the same number.
    name: '009-claims',
    sql: 'alter table submissions add column claim text;',
  },
  {
    // Since when a row holds nothing any more that its rep entered.
    name: '010-retention',
    sql: 'alter table submissions add column reduced_at integer;',
  },
  {
    // Which attributes the settings mean: their slugs may change.
    name: '011-settings-attributes',
    sql: "alter table workspace_settings add column attribute_ids text not null default '{}';",
  },
  {
    // Which of those that were given up went on in the form, nothing having been sent.
    name: '012-taken-back',
    sql: 'alter table submissions add column taken_back integer not null default 0;',
  },
];
