import { randomUUID } from 'node:crypto';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';

/**
 * People and companies got version 5 UUIDs in recordings, other records version 4; a client that insists on version 4
 * should fail here too. Ours only look the part: they are random.
 */
export function newRecordId(object: WorkspaceObject): string {
  const id = randomUUID();
  return object.slug === 'people' || object.slug === 'companies' ? `${id.slice(0, 14)}5${id.slice(15)}` : id;
}
