import type { FastifyInstance } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { BodyReader } from '../http/body-reader.ts';
import { parseJsonBody } from '../http/json-body.ts';
import type { Tokens } from '../http/tokens.ts';
import type { Sandbox } from '../sandbox.ts';
import { currencyCodes } from '../workspace/currency-codes.ts';
import { changeAttribute } from '../workspace/store-attribute.ts';
import { enableObject } from '../workspace/store-object.ts';

/** What tests need and Attio has no route for. Off unless asked for; the server listens on loopback only. */
export function registerControlRoutes(server: FastifyInstance, sandbox: Sandbox, tokens: Tokens, reset: () => void): void {
  server.register(
    (control, _options, done) => {
      control.removeAllContentTypeParsers();
      control.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) =>
        parseJsonBody(body),
      );

      control.post('/revoke', async (request) => {
        const token = onlyString(request.body, 'token');
        return { revoked: tokens.revoke(token) };
      });
      control.post('/suspend', async (request) => {
        const emailAddress = onlyString(request.body, 'email_address');
        const member = sandbox.members.byEmailAddress(emailAddress);
        if (!member) throw refusals.actorEmailNotFound(emailAddress);
        sandbox.members.suspend(member);
        return { suspended: true };
      });
      control.post('/object', async (request) => {
        const reader = new BodyReader();
        const body = reader.object(request.body, []);
        const slug = reader.string(body.slug, ['slug']);
        const enabled = reader.boolean(body.enabled, ['enabled']);
        reader.finish();
        const object = sandbox.schema.object(slug);
        if (!object) throw refusals.objectNotFound(slug);
        enableObject(sandbox.store, object, enabled);
        sandbox.schema.reload();
        return { enabled };
      });
      // An admin sets it in Attio's own settings; the API lets nobody change a system attribute.
      control.post('/currency', async (request) => {
        const reader = new BodyReader();
        const code = reader.string(reader.object(request.body, []).code, ['code']);
        if (!currencyCodes.includes(code)) reader.invalid(['code']);
        reader.finish();
        const deals = sandbox.schema.object('deals');
        const value = deals && sandbox.schema.attribute(deals, 'value');
        if (value) changeAttribute(sandbox.store, { ...value, currencyCode: code });
        sandbox.schema.reload();
        return { code };
      });
      control.post('/reset', async () => {
        reset();
        return { reset: true };
      });
      done();
    },
    { prefix: '/_sandbox' },
  );
}

function onlyString(body: unknown, key: string): string {
  const reader = new BodyReader();
  const value = reader.string(reader.object(body, [])[key], [key]);
  reader.finish();
  return value;
}
