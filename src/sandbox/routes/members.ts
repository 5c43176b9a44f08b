import type { FastifyInstance } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { readMembers } from '../http/api-scope.ts';
import { uuidParameter } from '../http/path-parameters.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Member } from '../workspace/members.ts';

/** `/v2/workspace_members` (docs.attio.com/rest-api/endpoint-reference/workspace-members). */
export function registerMemberRoutes(api: FastifyInstance, sandbox: Sandbox): void {
  const config = { scopes: readMembers };

  api.get('/workspace_members', { config }, async () => ({
    data: sandbox.members.all().map((member) => presentMember(sandbox, member)),
  }));
  api.get('/workspace_members/:workspace_member_id', { config }, async (request) => {
    const id = uuidParameter(request, 'workspace_member_id');
    const member = sandbox.members.byId(id);
    if (!member) throw refusals.memberNotFound(id);
    return { data: presentMember(sandbox, member) };
  });
}

function presentMember({ workspace }: Sandbox, member: Member): unknown {
  return {
    id: { workspace_id: workspace.id, workspace_member_id: member.id },
    first_name: member.firstName,
    last_name: member.lastName,
    avatar_url: null,
    email_address: member.emailAddress,
    access_level: member.accessLevel,
    created_at: member.createdAt,
  };
}
