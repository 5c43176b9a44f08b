import type { Sandbox } from '../sandbox.ts';
import type { Token } from './tokens.ts';

/** What a token says of itself (docs.attio.com/rest-api/endpoint-reference/meta/identify); not wrapped in `data`. */
export function introspection({ workspace }: Sandbox, token: Token | undefined): unknown {
  if (!token) return { active: false };
  return {
    active: true,
    scope: token.scope,
    client_id: token.clientId,
    token_type: 'Bearer',
    exp: null,
    iat: token.issuedAt,
    sub: workspace.id,
    aud: token.clientId,
    iss: 'attio.com',
    authorized_by_workspace_member_id: token.memberId,
    workspace_id: workspace.id,
    workspace_name: workspace.name,
    workspace_slug: workspace.slug,
    workspace_logo_url: null,
  };
}
