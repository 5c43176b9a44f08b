/**
 * The database's history, oldest first. Forward only: a released step is never edited, a change is a new step.
 * `PRAGMA user_version` says how many of them a file has seen.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE workspace (
    workspace_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    created_at TEXT NOT NULL
  );

  CREATE TABLE members (
    member_id TEXT PRIMARY KEY,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    email_address TEXT NOT NULL UNIQUE,
    access_level TEXT NOT NULL,
    created_at TEXT NOT NULL
  );

  CREATE TABLE objects (
    key INTEGER PRIMARY KEY,
    object_id TEXT NOT NULL UNIQUE,
    api_slug TEXT NOT NULL UNIQUE,
    singular_noun TEXT NOT NULL,
    plural_noun TEXT NOT NULL,
    is_enabled INTEGER NOT NULL,
    created_at TEXT NOT NULL
  );

  CREATE TABLE attributes (
    key INTEGER PRIMARY KEY,
    attribute_id TEXT NOT NULL UNIQUE,
    object_key INTEGER NOT NULL REFERENCES objects (key),
    api_slug TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT,
    type TEXT NOT NULL,
    is_system INTEGER NOT NULL,
    is_writable INTEGER NOT NULL,
    is_required INTEGER NOT NULL,
    is_unique INTEGER NOT NULL,
    is_multiselect INTEGER NOT NULL,
    is_archived INTEGER NOT NULL DEFAULT 0,
    default_value TEXT,
    relationship_id TEXT,
    currency_code TEXT,
    display_type TEXT,
    allowed_object_ids TEXT,
    created_at TEXT NOT NULL,
    UNIQUE (object_key, api_slug)
  );

  -- Select options and statuses; their order is the order of their keys.
  CREATE TABLE choices (
    key INTEGER PRIMARY KEY,
    choice_id TEXT NOT NULL UNIQUE,
    attribute_key INTEGER NOT NULL REFERENCES attributes (key),
    title TEXT NOT NULL,
    is_archived INTEGER NOT NULL DEFAULT 0,
    target_time_in_status TEXT,
    celebration_enabled INTEGER NOT NULL DEFAULT 0,
    UNIQUE (attribute_key, title)
  );

  CREATE TABLE records (
    key INTEGER PRIMARY KEY,
    record_id TEXT NOT NULL UNIQUE,
    object_key INTEGER NOT NULL REFERENCES objects (key),
    created_at TEXT NOT NULL,
    actor_type TEXT NOT NULL,
    actor_id TEXT
  );
  CREATE INDEX records_of_object ON records (object_key, key);

  -- One row per value ever held. The active ones have no active_until; the others are history.
  CREATE TABLE attribute_values (
    key INTEGER PRIMARY KEY,
    record_key INTEGER NOT NULL REFERENCES records (key),
    attribute_key INTEGER NOT NULL REFERENCES attributes (key),
    position INTEGER NOT NULL,
    fields TEXT NOT NULL,      -- the type's own fields, JSON
    folded TEXT,               -- the same in lower case, where that differs
    match_key TEXT NOT NULL,   -- what makes two values of this attribute the same
    is_unique INTEGER NOT NULL,
    active_from TEXT NOT NULL,
    active_until TEXT,
    actor_type TEXT NOT NULL,
    actor_id TEXT
  );
  CREATE INDEX values_of_record ON attribute_values (record_key, attribute_key, position) WHERE active_until IS NULL;
  CREATE INDEX values_by_match ON attribute_values (attribute_key, match_key) WHERE active_until IS NULL;
  CREATE UNIQUE INDEX one_holder ON attribute_values (attribute_key, match_key) WHERE is_unique = 1 AND active_until IS NULL;
  CREATE INDEX history_of_record ON attribute_values (record_key) WHERE active_until IS NOT NULL;

  CREATE VIRTUAL TABLE search_text USING fts5 (
    object_key UNINDEXED, text, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
  );
  -- Records whose search entry is older than they are, and when it may be renewed.
  CREATE TABLE search_pending (record_key INTEGER PRIMARY KEY, due_at INTEGER NOT NULL);

  -- Secrets are kept as SHA-256 only.
  CREATE TABLE tokens (
    token_hash TEXT PRIMARY KEY,
    actor_type TEXT NOT NULL,
    client_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    scope TEXT NOT NULL,
    issued_at INTEGER NOT NULL,
    revoked_at INTEGER,
    code_hash TEXT
  );
  CREATE INDEX tokens_of_code ON tokens (code_hash);

  CREATE TABLE authorization_codes (
    code_hash TEXT PRIMARY KEY,
    client_id TEXT NOT NULL,
    redirect_uri TEXT NOT NULL,
    member_id TEXT NOT NULL,
    code_challenge TEXT,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
  );
  `,
  `
  -- People who may be linked to a company by their address, and when.
  CREATE TABLE company_links_pending (record_key INTEGER PRIMARY KEY, due_at INTEGER NOT NULL);
  `,
  `
  -- How often a code was brought to the token endpoint.
  ALTER TABLE authorization_codes ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
  `,
  `
  CREATE TABLE notes (
    key INTEGER PRIMARY KEY,
    note_id TEXT NOT NULL UNIQUE,
    record_key INTEGER NOT NULL REFERENCES records (key) ON DELETE CASCADE,
    title TEXT NOT NULL,
    content_plaintext TEXT NOT NULL,
    content_markdown TEXT NOT NULL,
    created_at TEXT NOT NULL,
    actor_type TEXT NOT NULL,
    actor_id TEXT
  );
  CREATE INDEX notes_of_record ON notes (record_key);

  CREATE TABLE tasks (
    key INTEGER PRIMARY KEY,
    task_id TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL,
    deadline_at TEXT,
    completed_at TEXT,
    created_at TEXT NOT NULL,
    actor_type TEXT NOT NULL,
    actor_id TEXT
  );
  CREATE TABLE task_records (
    task_key INTEGER NOT NULL REFERENCES tasks (key) ON DELETE CASCADE,
    record_key INTEGER NOT NULL REFERENCES records (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (task_key, record_key)
  );
  CREATE INDEX tasks_of_record ON task_records (record_key);
  CREATE TABLE task_assignees (
    task_key INTEGER NOT NULL REFERENCES tasks (key) ON DELETE CASCADE,
    member_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (task_key, member_id)
  );

  CREATE TABLE webhooks (
    key INTEGER PRIMARY KEY,
    webhook_id TEXT NOT NULL UNIQUE,
    target_url TEXT NOT NULL,
    subscriptions TEXT NOT NULL,  -- as written, JSON
    secret TEXT NOT NULL,
    degraded_at INTEGER,          -- since when deliveries fail
    created_at TEXT NOT NULL
  );
  -- What is still to be told, written together with the change it tells of.
  CREATE TABLE webhook_deliveries (
    key INTEGER PRIMARY KEY,
    webhook_key INTEGER NOT NULL REFERENCES webhooks (key) ON DELETE CASCADE,
    idempotency_key TEXT NOT NULL,
    body TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER NOT NULL
  );
  CREATE INDEX webhook_deliveries_due ON webhook_deliveries (due_at);
  `,
  `
  -- Objects and lists are collections: they have attributes, and members (records or entries) with values. What was said
  -- of objects alone moves aside; \`object_key\` of attributes and records names any collection from here on.
  PRAGMA defer_foreign_keys = ON;
  CREATE TEMP TABLE objects_before AS SELECT * FROM objects;
  DROP TABLE objects;
  CREATE TABLE objects (
    key INTEGER PRIMARY KEY,
    collection_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    api_slug TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (kind, api_slug)
  );
  INSERT INTO objects SELECT key, object_id, 'object', api_slug, created_at FROM objects_before;
  -- References to the table follow it to its new name.
  ALTER TABLE objects RENAME TO collections;

  CREATE TABLE objects (
    key INTEGER PRIMARY KEY REFERENCES collections (key),
    singular_noun TEXT NOT NULL,
    plural_noun TEXT NOT NULL,
    is_enabled INTEGER NOT NULL
  );
  INSERT INTO objects SELECT key, singular_noun, plural_noun, is_enabled FROM objects_before;
  DROP TABLE objects_before;

  CREATE TABLE lists (
    key INTEGER PRIMARY KEY REFERENCES collections (key),
    name TEXT NOT NULL,
    parent_key INTEGER NOT NULL REFERENCES objects (key),
    workspace_access TEXT,
    member_access TEXT NOT NULL, -- JSON
    actor_type TEXT NOT NULL,
    actor_id TEXT
  );

  -- An entry is a record of a list, with the record it was made for as its parent.
  ALTER TABLE records ADD COLUMN parent_key INTEGER REFERENCES records (key);
  CREATE INDEX entries_of_record ON records (parent_key) WHERE parent_key IS NOT NULL;
  `,
  `
  -- One entry per record, its words as \`search/match-expression.ts\` writes them; the texts themselves stay with the values.
  DROP TABLE search_text;
  CREATE VIRTUAL TABLE search_entries USING fts5 (
    terms, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '3 4 5 6 7'
  );
  CREATE VIRTUAL TABLE search_terms USING fts5vocab (search_entries, row);
  -- Every word of every entry ever made, so that a mistyped one can be told.
  CREATE TABLE search_words (word TEXT PRIMARY KEY) WITHOUT ROWID;
  -- Entries for what is there already are made before the first search.
  INSERT OR REPLACE INTO search_pending (record_key, due_at) SELECT key, 0 FROM records;
  `,
  `
  -- The key in lower case, of the types whose filters look for beginnings and parts; the index is narrow enough to be
  -- scanned where a part is looked for, and is in the order of sorted lists.
  ALTER TABLE attribute_values ADD COLUMN folded_key TEXT;
  UPDATE attribute_values SET folded_key = CASE
      WHEN length(match_key) = 256 THEN lower(match_key)
      WHEN a.type = 'text' THEN json_extract(coalesce(folded, fields), '$.value')
      WHEN a.type = 'personal-name' THEN json_extract(coalesce(folded, fields), '$.full_name')
        || char(1) || json_extract(coalesce(folded, fields), '$.first_name')
        || char(1) || json_extract(coalesce(folded, fields), '$.last_name')
      ELSE lower(match_key)
    END
    FROM attributes a
    WHERE a.key = attribute_key AND a.type IN ('text', 'personal-name', 'email-address', 'domain', 'phone-number');
  CREATE INDEX values_by_folded ON attribute_values (attribute_key, folded_key, record_key)
    WHERE folded_key IS NOT NULL AND active_until IS NULL;
  CREATE INDEX records_by_creation ON records (object_key, created_at, key);
  `,
  `
  -- One index of a record's values, ended ones included: without it, deleting a record looked at every value there is.
  DROP INDEX values_of_record;
  DROP INDEX history_of_record;
  CREATE INDEX values_of_record ON attribute_values (record_key, attribute_key, active_until, position);
  `,
];
