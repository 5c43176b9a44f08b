import type { Suggestion } from '../../contract/lookup.ts';
import type { FoundRecord } from '../attio/query-records.ts';
import { recordName, storedTexts } from '../attio/record-name.ts';
import type { SearchHit } from '../attio/search-records.ts';

/** A queried record as a picker offers it. */
export function suggestRecord(object: string, record: FoundRecord, related = false): Suggestion {
  const details = [
    ...storedTexts(record, 'email_addresses', 'email_address').slice(0, 1),
    ...(object === 'people' ? storedTexts(record, 'job_title', 'value').slice(0, 1) : []),
    ...storedTexts(record, 'domains', 'domain').slice(0, 1),
  ];
  return { id: record.id, object, name: recordName(record), details, related };
}

/** A search hit as a picker offers it. */
export function suggestHit(object: string, hit: SearchHit): Suggestion {
  const details = [...hit.emailAddresses.slice(0, 1), ...hit.domains.slice(0, 1)];
  return { id: hit.id, object, name: hit.text.trim() || (details[0] ?? hit.id.slice(0, 8)), details, related: false };
}
