import { refusals } from '../errors/refusals.ts';
import type { Sandbox } from '../sandbox.ts';
import { valueTypes } from '../values/registry.ts';
import type { WrittenValues } from './written-values.ts';

/** Refuses a write that would give a record a unique value another record holds. The database's index is the second lock. */
export function refuseConflicts(sandbox: Sandbox, written: WrittenValues, recordId?: string): void {
  for (const [attribute, values] of written) {
    if (!attribute.isUnique) continue;
    for (const fields of values) {
      const holders = sandbox.recordsHolding(attribute, valueTypes[attribute.type].key(fields));
      if (holders.some((holder) => holder !== recordId)) throw refusals.uniquenessConflict(attribute);
    }
  }
}
