import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { recordOf } from '../records/stored-record.ts';
import type { Sandbox } from '../sandbox.ts';
import { sendHomePage } from './home-page.ts';
import { html } from './html.ts';
import { sendRecordPage } from './record-page.ts';
import { sendPage } from './send-page.ts';

/** The pages a browser opens: the front page and, at the paths of real `web_url`s, every record. */
export function registerPages(server: FastifyInstance, sandbox: Sandbox): void {
  const page = (objectSlug: (request: FastifyRequest) => string) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { id = '' } = request.params as { id?: string };
    const object = sandbox.schema.object(objectSlug(request));
    const record = object?.isEnabled ? recordOf(sandbox.store, object, id) : undefined;
    return record ? sendRecordPage(reply, sandbox, record) : sendMissingPage(reply);
  };
  const { slug } = sandbox.workspace;

  server.get('/', async (_request, reply) => sendHomePage(reply, sandbox));
  server.get(
    `/${slug}/person/:id`,
    page(() => 'people'),
  );
  server.get(
    `/${slug}/company/:id`,
    page(() => 'companies'),
  );
  server.get(
    `/${slug}/:object/record/:id`,
    page((request) => (request.params as { object: string }).object),
  );
  server.get(`/${slug}/*`, async (_request, reply) => sendMissingPage(reply));
}

function sendMissingPage(reply: FastifyReply): FastifyReply {
  const main = html`<h1>Not found</h1>
<p>There is no such record. It may have been deleted.</p>
<p><a href="/">All recent deals</a></p>`;
  return sendPage(reply, 404, { title: 'Not found', main, narrow: true });
}
