import type { FastifyReply } from 'fastify';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/send-page.ts';
import type { Sandbox } from '../sandbox.ts';
import type { AuthorizationRequest } from './authorization-request.ts';

/** Asks who is signing in and whether the app may act for them. Works without JavaScript. */
export function sendConsentPage(
  reply: FastifyReply,
  { members, workspace }: Sandbox,
  request: AuthorizationRequest,
): FastifyReply {
  const active = members.all().filter((member) => member.accessLevel !== 'suspended');
  const options = active.map(
    (member) => html`<option value="${member.id}">${member.firstName} ${member.lastName} (${member.emailAddress})</option>`,
  );
  const kept = {
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    response_type: 'code',
    state: request.state,
    code_challenge: request.codeChallenge ?? undefined,
    code_challenge_method: request.codeChallenge === null ? undefined : 'S256',
  };
  const hidden = Object.entries(kept).flatMap(([name, value]) =>
    value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}">`],
  );
  const main = html`<h1>Connect to ${workspace.name}</h1>
<p>An app at <code>${new URL(request.redirectUri).host}</code> asks to read and write this workspace’s records for you.</p>
<form method="post" action="/authorize">
${hidden}
<label for="member">Sign in as</label>
<select id="member" name="workspace_member_id" required>${options}</select>
<div class="decision">
<button class="primary" name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</div>
</form>`;
  return sendPage(reply, 200, {
    title: `Connect to ${workspace.name}`,
    main,
    narrow: true,
    formTargets: [originOf(request.redirectUri)],
  });
}

/** Says why nobody is sent back anywhere. */
export function sendRefusalPage(reply: FastifyReply, reason: string): FastifyReply {
  const main = html`<h1>This app cannot be connected</h1>
<p>${reason}</p>
<p>Close this page and tell the people who made the app.</p>`;
  return sendPage(reply, 400, { title: 'This app cannot be connected', main, narrow: true });
}

/** What a content security policy calls the place: its origin, or its scheme where it has none. */
function originOf(redirectUri: string): string {
  const { origin, protocol } = new URL(redirectUri);
  return origin === 'null' ? protocol : origin;
}
