import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { readLists, writeLists } from '../http/api-scope.ts';
import { actorOf, writeOf } from '../http/caller.ts';
import { listParameter } from '../http/path-parameters.ts';
import type { Sandbox } from '../sandbox.ts';
import { addList, changeList } from '../workspace/store-list.ts';
import type { WorkspaceList } from '../workspace/workspace-list.ts';
import { changedListBody, newListBody } from './list-body.ts';

type ListToBe = Pick<WorkspaceList, 'slug' | 'workspaceAccess' | 'memberAccess'> & { key?: number };

/** `/v2/lists` (docs.attio.com/rest-api/endpoint-reference/lists). Every token sees every list (assumed). */
export function registerListRoutes(api: FastifyInstance, sandbox: Sandbox): void {
  const { schema, store } = sandbox;
  const reading = { config: { scopes: readLists } };
  const writing = { config: { scopes: writeLists, writes: true } };

  api.get('/lists', reading, async () => ({ data: schema.lists.map((list) => presentList(sandbox, list)) }));
  api.get('/lists/:list', reading, async (request) => ({ data: presentList(sandbox, listParameter(request, schema)) }));

  api.post('/lists', writing, async (request) => {
    const { parentObject, ...list } = newListBody(request.body);
    const parent = schema.object(parentObject);
    if (!parent) throw refusals.parentObjectNotFound(parentObject);
    if (!parent.isEnabled) throw refusals.objectDisabled(parent.id);
    judge(list);
    const { actor, at } = writeOf(request, sandbox);
    const id = randomUUID();
    store.transaction(() => {
      addList(store, { ...list, id, parentKey: parent.key, actor, createdAt: at });
      sandbox.events.tell({ event_type: 'list.created', id: idOf(sandbox, id), actor });
    });
    return answer(id);
  });

  api.patch('/lists/:list', writing, async (request) => {
    const change = changedListBody(request.body);
    const list = { ...listParameter(request, schema), ...change };
    judge(list);
    store.transaction(() => {
      changeList(store, list);
      sandbox.events.tell({ event_type: 'list.updated', id: idOf(sandbox, list.id), actor: actorOf(request) });
    });
    return answer(list.id);
  });

  /** What the rest of the workspace has to say to a list as it is to be. */
  function judge({ key, slug, workspaceAccess, memberAccess }: ListToBe): void {
    const stranger = memberAccess.find(({ memberId }) => !sandbox.members.byId(memberId));
    if (stranger) throw refusals.actorIdNotFound(stranger.memberId);
    const levels = [workspaceAccess, ...memberAccess.map(({ level }) => level)];
    if (!levels.includes('full-access')) throw refusals.nobodyHasFullAccess();
    const namesake = schema.list(slug);
    if (namesake && namesake.key !== key) throw refusals.listSlugTaken(slug);
  }

  function answer(id: string): unknown {
    schema.reload();
    const list = schema.list(id);
    if (!list) throw new Error('A list just stored is missing');
    return { data: presentList(sandbox, list) };
  }
}

function idOf({ workspace }: Sandbox, listId: string) {
  return { workspace_id: workspace.id, list_id: listId };
}

function presentList(sandbox: Sandbox, list: WorkspaceList): unknown {
  return {
    id: idOf(sandbox, list.id),
    api_slug: list.slug,
    name: list.name,
    parent_object: [sandbox.schema.objectByKey(list.parentKey).slug],
    workspace_access: list.workspaceAccess,
    workspace_member_access: list.memberAccess.map(({ memberId, level }) => ({ workspace_member_id: memberId, level })),
    created_by_actor: { type: list.actor.type, id: list.actor.id },
    created_at: list.createdAt,
  };
}
