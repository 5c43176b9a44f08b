import type { ConformanceCase } from './conformance-case.ts';
import { Difference, expectPart } from './service.ts';

export const webhookCases: readonly ConformanceCase[] = [
  {
    name: 'a webhook is made, read, listed, changed and deleted, and tells its secret once',
    async run(service) {
      const target = (path: string) => `https://example.com/${service.word()}/${path}`;
      const subscription = { event_type: 'record.created', filter: null };
      const body = { data: { target_url: target('a'), subscriptions: [subscription] } };
      const webhook = await service.data<{ id: { webhook_id: string } }>('create-webhook', {}, { body });
      service.later(() => service.ask('delete-webhook', webhook.id));
      expectPart(webhook, { status: 'active', subscriptions: [subscription] });
      expectPart(await service.data('get-webhook', webhook.id), { id: webhook.id });
      const listed = await service.data<{ id: { webhook_id: string } }[]>('list-webhooks', {}, { query: { limit: '100' } });
      if (!listed.some(({ id }) => id.webhook_id === webhook.id.webhook_id)) throw new Difference('The webhook is not listed');
      await service.refused({ status: 409, code: 'uniqueness_conflict' }, 'create-webhook', {}, { body });
      const changed = target('b');
      expectPart(await service.data('update-webhook', webhook.id, { body: { data: { target_url: changed } } }), {
        target_url: changed,
      });
      expectPart((await service.ask('delete-webhook', webhook.id)).body, {});
      await service.refused(
        { status: 404, code: 'not_found', message: `Webhook with ID "${webhook.id.webhook_id}" was not found.` },
        'get-webhook',
        webhook.id,
      );
    },
  },
  {
    name: 'a webhook leads to https and names its events',
    async run(service) {
      const subscriptions = [{ event_type: 'record.created', filter: null }];
      const refused = (data: unknown) =>
        service.refused(
          { status: 400, code: 'validation_type', message: 'Body payload validation error.' },
          'create-webhook',
          {},
          { body: { data } },
        );
      await refused({ target_url: 'http://example.com', subscriptions });
      await refused({ target_url: 'https://example.com', subscriptions: [{ event_type: 'record.created' }] });
      await refused({ target_url: 'https://example.com', subscriptions: [{ event_type: 'nothing.happened', filter: null }] });
    },
  },
];
