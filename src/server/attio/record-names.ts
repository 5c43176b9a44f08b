import type { RecordReference } from '../../attributes/record-reference/record-reference-forms.ts';
import type { Clock } from '../clock.ts';
import type { AttioClient } from './client.ts';
import { queryRecords } from './query-records.ts';
import { recordName } from './record-name.ts';

/**
 * The names of records by record id, one query per object; a record that is gone is absent.
 * @throws ProblemError, TokenRefused
 */
export async function readRecordNames(
  client: AttioClient,
  token: string,
  references: readonly RecordReference[],
  now: Clock,
): Promise<Record<string, string>> {
  const idsByObject = new Map<string, Set<string>>();
  for (const { id, object } of references) {
    if (object !== undefined) idsByObject.set(object, (idsByObject.get(object) ?? new Set()).add(id));
  }
  const found = await Promise.all(
    [...idsByObject].map(([object, ids]) =>
      queryRecords(client, token, object, { filter: { record_id: { $in: [...ids] } }, limit: ids.size }, now),
    ),
  );
  return Object.fromEntries(found.flat().map((record) => [record.id, recordName(record)]));
}
