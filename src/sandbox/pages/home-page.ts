import type { FastifyReply } from 'fastify';
import { queryRecords } from '../query/query-records.ts';
import type { Sandbox } from '../sandbox.ts';
import { html } from './html.ts';
import { sendPage } from './send-page.ts';

const RECENT = 10;

/** The front page: what this is, and the deals made last. */
export function sendHomePage(reply: FastifyReply, sandbox: Sandbox): FastifyReply {
  const deals = sandbox.schema.object('deals');
  const query = { filter: {}, sorts: [], limit: RECENT, offset: 0 };
  const recent = deals?.isEnabled ? queryRecords(sandbox, deals, query) : [];
  const items = recent.map((record) => {
    const link = sandbox.recordLink(record.id);
    return html`<li><a href="${link?.href ?? '/'}"><bdi>${link?.text ?? record.id}</bdi></a><span>${record.createdAt.slice(0, 10)}</span></li>`;
  });
  const main = html`<h1>${sandbox.workspace.name}</h1>
<p>This is a sandbox: it answers like Attio’s API under <code>/v2</code>, and everything in it is made up.</p>
<h2>Recent deals</h2>
${recent.length > 0 ? html`<ul class="records">${items}</ul>` : html`<p>There are no deals yet.</p>`}`;
  return sendPage(reply, 200, { title: sandbox.workspace.name, main });
}
