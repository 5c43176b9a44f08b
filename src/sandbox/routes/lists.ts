import type { FastifyInstance } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { readLists, writeLists } from '../http/api-scope.ts';
import { listParameter } from '../http/path-parameters.ts';
import type { Sandbox } from '../sandbox.ts';
import { addList, changeList } from '../workspace/store-list.ts';
import type { WorkspaceList } from '../workspace/workspace-list.ts';
import { changedListBody, newListBody } from './list-body.ts';
import { writeOf } from './write-of.ts';

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
    return answer(addList(store, { ...list, parentKey: parent.key, actor, createdAt: at }));
  });

  api.patch('/lists/:list', writing, async (request) => {
    const change = changedListBody(request.body);
    const list = { ...listParameter(request, schema), ...change };
    judge(list);
    changeList(store, list);
    return answer(list.key);
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

  function answer(key: number): unknown {
    schema.reload();
    return { data: presentList(sandbox, schema.listByKey(key)) };
  }
}

function presentList({ schema, workspace }: Sandbox, list: WorkspaceList): unknown {
  return {
    id: { workspace_id: workspace.id, list_id: list.id },
    api_slug: list.slug,
    name: list.name,
    parent_object: [schema.objectByKey(list.parentKey).slug],
    workspace_access: list.workspaceAccess,
    workspace_member_access: list.memberAccess.map(({ memberId, level }) => ({ workspace_member_id: memberId, level })),
    created_by_actor: { type: list.actor.type, id: list.actor.id },
    created_at: list.createdAt,
  };
}
