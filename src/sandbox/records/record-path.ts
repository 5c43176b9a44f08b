import type { WorkspaceObject } from '../workspace/workspace-object.ts';

const own = new Map([
  ['people', 'person'],
  ['companies', 'company'],
]);

/**
 * The path of a record's page. People and companies have words of their own, deals their slug (all three seen in
 * recordings); that custom objects follow the deals' pattern is assumed.
 */
export function recordPath(workspaceSlug: string, object: WorkspaceObject, recordId: string): string {
  const place = own.get(object.slug) ?? `${object.slug}/record`;
  return `/${workspaceSlug}/${place}/${recordId}`;
}
