import type { Migration } from '../ledger/migrate.ts';

export const sessionMigrations: readonly Migration[] = [
  {
    name: '001-sessions',
    sql: `create table sessions (
      id_hash text primary key,
      workspace_id text not null,
      member_id text not null,
      sealed text not null,
      created_at integer not null,
      last_seen_at integer not null,
      idle_until integer not null,
      absolute_until integer not null,
      revoked_at integer
    ) strict, without rowid;
    create index sessions_by_end on sessions (absolute_until);
    create table logins (
      id_hash text primary key,
      state_hash text not null,
      sealed text not null,
      expires_at integer not null
    ) strict, without rowid;`,
  },
  {
    // One browser may have several sign-ins under way (two tabs), so a row is found by its state.
    name: '002-logins-by-state',
    sql: `drop table logins;
    create table logins (
      state_hash text primary key,
      browser_hash text not null,
      sealed text not null,
      expires_at integer not null
    ) strict, without rowid;`,
  },
  {
    // What was left open is taken up with the newest session of its member.
    name: '003-sessions-by-member',
    sql: 'create index sessions_by_member on sessions (workspace_id, member_id, created_at);',
  },
];
