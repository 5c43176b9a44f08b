/** One thing the sandbox does that nobody outside Attio can be sure of. */
type Assumption = { about: string; here: string; basis: string };

/**
 * Every guess in one place. What Attio's documents say, or what recordings of the real service show, is not listed: this
 * is the rest. `basis` is where the guess comes from, or plainly *assumed*. README.md shows the same table; a test keeps
 * the two alike. The bodies themselves are made in `errors/`.
 */
export const assumptions: readonly Assumption[] = [
  // Who asks, and how often
  { about: 'No Authorization header', here: 'the message ends after its first sentence', basis: 'recorded; the rest was cut' },
  {
    about: '`/v2/self` without a usable token',
    here: 'the message ends "it is missing or malformed."',
    basis: 'recorded; the rest was cut',
  },
  {
    about: 'A missing scope',
    here: '403 `unauthorized`, and the message names the scope',
    basis: 'status reported; text assumed',
  },
  { about: 'OAuth tokens', here: 'have 64 characters like API keys', basis: 'assumed' },
  {
    about: 'A suspended member',
    here: 'keeps their tokens until revoked, may own records, is not on the consent page',
    basis: 'assumed',
  },
  {
    about: 'Order of judgement',
    here: 'token, route, rate, scope, body shape, object, keys, forms, references, required, unique',
    basis: 'assumed',
  },
  { about: 'Rate limits', here: 'counted per calendar second and process; POST query and search are reads', basis: 'assumed' },
  { about: 'Query score', here: 'always 0', basis: '0 recorded for small queries' },

  // The shape of requests
  { about: 'A malformed UUID in a path', here: '400 `validation_type` "Path params validation error."', basis: 'assumed' },
  { about: 'A bad query parameter', here: '400 `validation_type` "Query params validation error."', basis: 'reported text' },
  { about: 'A body that is not JSON', here: '400 `validation_type`', basis: 'assumed' },
  { about: 'Deep nesting, `__proto__`, lone surrogates, NUL', here: '400 `validation_type`', basis: 'assumed' },
  { about: 'A body over 11 MiB', here: '413 `content_too_large`', basis: 'assumed' },
  { about: 'Another content type than JSON', here: '415 `validation_type`', basis: 'assumed' },
  {
    about: 'Requests that are no valid HTTP',
    here: '400, 408, 413, 417 or 431 in the usual envelope',
    basis: 'assumed',
  },
  { about: 'A fault of the sandbox itself', here: '500 `internal_error` in the usual envelope', basis: 'assumed' },

  // Values
  {
    about: 'A bare value of the wrong type',
    here: '"Invalid value supplied for attribute with ID …" without details',
    basis: 'reported by users',
  },
  {
    about: 'A written object of the wrong form',
    here: '"An invalid value was passed to attribute with slug …" with details',
    basis: 'recorded for names; assumed for the rest',
  },
  { about: '`null`', here: '"Body payload validation error." with the path of the attribute', basis: 'reported by users' },
  {
    about: 'A scalar for a multiselect, a reference without `target_object` or with too many keys',
    here: 'the reported text as message and in `validation_errors`',
    basis: 'text reported; place assumed',
  },
  {
    about: 'A read-only attribute in a write',
    here: '400 `system_edit_unauthorized`',
    basis: 'code documented for configuration',
  },
  { about: 'One attribute by slug and by id at once', here: '400 `duplicate_values`', basis: 'assumed' },
  { about: 'Several values for a single one, duplicates', here: '400 with the documented codes', basis: 'text assumed' },
  { about: 'An empty text', here: 'counts as no value, as do a name and a place without parts', basis: 'assumed' },
  {
    about: 'Several values for a text, checkbox, rating or status',
    here: 'cannot be: such an attribute is refused, 400 `validation_type` at `data.is_multiselect`',
    basis: 'fact documented for the first three; text assumed',
  },
  {
    about: 'A status attribute on an object',
    here: 'cannot be made, 400 `validation_type` at `data.type`',
    basis: 'the document says so once, and once otherwise',
  },
  { about: 'A fifth decimal of a currency', here: 'refused, 400 `validation_type`', basis: 'assumed' },
  { about: 'Negative amounts', here: 'accepted', basis: 'assumed' },
  { about: 'Ratings', here: 'whole numbers only', basis: 'assumed' },
  { about: 'Titles of stages and options', here: 'match letter by letter', basis: 'reported by users' },
  { about: 'An archived stage or option', here: 'cannot be written, as if unknown', basis: 'assumed' },
  { about: 'An unknown status id', here: '"Cannot find Status with ID …"', basis: 'assumed' },
  { about: 'An unknown owner', here: '400 `value_not_found` in the words of the list endpoints', basis: 'assumed' },
  {
    about: 'A reference that finds nothing, or several',
    here: '400 `value_not_found`, 400 `multiple_match_results`',
    basis: 'fact documented; text assumed',
  },
  {
    about: 'An attribute that is to become unique while two records hold the same',
    here: '400 "Cannot set attribute as unique."',
    basis: 'assumed',
  },
  { about: 'The matching attribute of a reference', here: 'need not be unique', basis: 'guide of late 2026' },
  { about: 'A location written as one text', here: 'is split at its commas', basis: 'assumed' },
  { about: 'Root domains', here: 'two labels, or three under co.uk and its like', basis: 'assumed' },
  { about: 'E-mail addresses under reserved top-level names', here: 'refused', basis: 'reported by users' },
  { about: 'Phone numbers', here: 'checked by calling code and length, not by numbering plan', basis: 'assumed' },
  { about: 'A country shared by a calling code', here: 'the largest one is answered (+1 is US)', basis: 'assumed' },
  {
    about: "A company made from a person's address",
    here: 'after 240 ms, named after its domain; private mail hosts from a short list bring none',
    basis: 'fact documented; details assumed',
  },
  {
    about: 'Default `current-user`',
    here: 'names the member or the key; is left empty for apps',
    basis: 'documented; assumed for apps',
  },
  { about: 'A value that stays the same', here: 'keeps its `active_from`', basis: 'recorded for an assert' },
  {
    about: 'The history of enriched attributes',
    here: 'refused for what nobody may write on people and companies',
    basis: 'fact documented; which ones, and the text, assumed',
  },
  { about: 'Past values of one moment', here: 'in the order they were written', basis: 'assumed' },
  { about: 'The other side of a one-sided relationship', here: 'loses whom it had', basis: 'assumed' },

  // Assert
  { about: 'Assert without `matching_attribute`', here: '400 `validation_type`', basis: 'assumed' },
  { about: 'Assert without a value for it', here: '400 `missing_value`', basis: 'assumed' },
  { about: 'Assert whose values lead to several records', here: '400 `multiple_match_results`', basis: 'assumed' },

  // Query and search
  { about: 'Order without `sorts`', here: 'newest first', basis: 'one recording of two records' },
  { about: 'Records without the sorted value', here: 'come last, whatever the direction', basis: 'assumed' },
  { about: 'Sorting by a stage or option', here: 'in the order of the pipeline', basis: 'assumed' },
  { about: 'Sorting by an attribute without a main field', here: '400 `missing_sort_field`', basis: 'reported by users' },
  { about: '`limit` over 500', here: 'refused, 400 `validation_type`', basis: 'assumed' },
  { about: '`$starts_with` and `$ends_with`', here: 'ignore case as `$contains` does; `$eq` does not', basis: 'assumed' },
  {
    about: '`$not_empty`',
    here: 'on attributes of every type but record references, and on their fields',
    basis: 'documented for domains and names; assumed for the rest',
  },
  { about: 'An unknown stage or option in a filter', here: '400 `value_not_found`', basis: 'text reported; code assumed' },
  {
    about: 'Other faults of a filter, and filters of more than 200 conditions',
    here: '400 `filter_error`',
    basis: 'code documented',
  },
  { about: 'A saved view (`filter_view_id`)', here: '400 `filter_error`: the sandbox has none', basis: 'assumed' },
  {
    about: 'Search',
    here: 'all words as beginnings of words, without accents; an empty query gives the newest',
    basis: 'assumed',
  },
  {
    about: 'Typing errors in a search',
    here: 'one in a word of four letters or more (five if it is unfinished), only to fill up the hits',
    basis: 'fuzzy as documented; extent assumed',
  },
  {
    about: 'The order of hits',
    here: 'the word, then its beginning, then typing errors; names before addresses and numbers; newest first',
    basis: 'assumed',
  },

  // Notes, tasks, webhooks
  { about: 'Notes', here: 'are listed newest first', basis: 'assumed' },
  { about: 'A note written as plain text', here: 'is the same in markdown, nothing escaped', basis: 'recorded for plain words' },
  {
    about: 'A note about a meeting',
    here: '404 `not_found`: the sandbox has no meetings',
    basis: 'fact documented; text assumed',
  },
  { about: 'A `limit` or `offset` out of bounds', here: '400 `validation_type`', basis: 'assumed' },
  { about: '`limit` of tasks', here: '500 at most', basis: 'assumed' },
  {
    about: 'A task of somebody who is no member, or about a record that is not there',
    here: 'as in values and in paths',
    basis: 'assumed',
  },
  { about: 'An empty change of a task', here: '400 `validation_type`, as documented for objects', basis: 'assumed' },
  {
    about: 'A second identical webhook',
    here: 'same target, event and filter: 409 `uniqueness_conflict`',
    basis: 'code recorded; the rest assumed',
  },
  {
    about: 'A webhook whose deliveries fail',
    here: 'is `degraded` from the first failure to the next success, `inactive` after seven days',
    basis: 'last part documented; the rest assumed',
  },
  {
    about: 'A webhook whose filter names an unknown list',
    here: '400 `validation_type` "Related list not found"',
    basis: 'text documented; when assumed',
  },
  {
    about: 'A code that is brought twice',
    here: 'ends the token it was exchanged for',
    basis: 'assumed from RFC 6749',
  },
  {
    about: 'A delivery',
    here: 'waits 10 s for its answer; retries after 30 s, then 2.6 times as long each',
    basis: 'number and duration documented; the rest assumed',
  },
  {
    about: 'A change of a reference',
    here: 'is told as `record.updated` on both sides, one event for each attribute',
    basis: 'assumed',
  },

  // Objects, lists and OAuth
  {
    about: 'An object that is switched off',
    here: 'is not listed and refuses everything else',
    basis: 'refusal reported by users',
  },
  { about: 'The attributes of a new custom object', here: 'record id, name, created at, created by', basis: 'assumed' },
  { about: 'Changing the slug of a standard object', here: 'refused, 400 `system_edit_unauthorized`', basis: 'assumed' },
  {
    about: 'Faulty default values',
    here: '400 `validation_type` at `data.default_value`',
    basis: 'one text documented; the rest assumed',
  },
  { about: 'A default value that names what is gone', here: 'is answered as it was written', basis: 'assumed' },
  { about: 'The attributes of a new list', here: 'entry id, created at, created by', basis: 'reported by a user' },
  { about: 'The order of lists', here: 'oldest first', basis: 'documented as that of the sidebar' },
  { about: 'Access to lists', here: 'kept and answered; every token sees and writes every list', basis: 'assumed' },
  { about: 'A list nobody has full access to', here: '400 `validation_type`', basis: 'rule documented; text assumed' },
  { about: "Changing a list's slug to a taken one", here: '409 `slug_conflict` as when it is made', basis: 'assumed' },
  { about: "A change of a list's parent object alone", here: 'an empty payload', basis: 'fact documented; code assumed' },
  {
    about: 'A relationship attribute on a list, or one that is no reference',
    here: '400 `validation_type`',
    basis: 'document knows none; code assumed',
  },
  { about: 'A list attribute called `parent_record`', here: '409 `slug_conflict`', basis: 'assumed' },
  { about: 'An unknown entry', here: '404 `not_found`, "Entry with ID … not found."', basis: 'assumed' },
  { about: 'An unknown `parent_object` of an entry', here: '400 `value_not_found` in the words of the search', basis: 'assumed' },
  { about: 'A `parent_object` its list does not take', here: '400 `validation_type`', basis: 'assumed' },
  {
    about: 'Naming a parent in a change of an entry',
    here: '400 `immutable_value`, whether or not it is another one',
    basis: 'code and text documented; when assumed',
  },
  {
    about: 'The way from an entry to its record',
    here: '`parent_record` in paths and filters, not among the attributes or values',
    basis: 'paths documented; the rest reported or assumed',
  },
  { about: "The order of a record's entries", here: 'newest first', basis: 'assumed' },
  { about: 'Deleting a record', here: 'deletes its entries', basis: 'assumed' },
  { about: '`web_url` of custom objects', here: 'follows that of deals', basis: 'assumed' },
  { about: 'Refusals of the token endpoint', here: '`{error, error_description}` as in RFC 6749', basis: 'assumed' },
  { about: 'A denied consent', here: '`error=access_denied` and the state', basis: 'assumed' },
  { about: 'PKCE', here: 'optional; S256 only; a challenge needs its verifier and the other way round', basis: 'assumed' },
  {
    about: 'A code with a wrong secret or verifier',
    here: 'stays good, but may be brought five times at most',
    basis: 'assumed',
  },
  { about: 'HTTP Basic at the token endpoint', here: 'accepted', basis: 'assumed' },
];
