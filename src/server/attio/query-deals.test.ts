import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { AttioAnswer } from './attio-answer.ts';
import { type AttioCall, type AttioClient, tooLarge } from './client.ts';
import { queryDeals } from './query-deals.ts';

const workspaceId = randomUUID();
const headers = { contentType: null, retryAfter: null, date: null, executionId: null };

/** A workspace whose answers may have only so many deals. */
function workspaceOf(ids: readonly string[], mostAtOnce: number) {
  const asked: { limit: number; offset: number }[] = [];
  const client: AttioClient = {
    async call(_name, { body }: AttioCall): Promise<AttioAnswer> {
      const { limit, offset } = body as { limit: number; offset: number };
      asked.push({ limit, offset });
      const page = ids.slice(offset, offset + limit);
      if (page.length > mostAtOnce) return { kind: 'lost', reason: tooLarge };
      const data = page.map((id) => ({
        id: { workspace_id: workspaceId, object_id: workspaceId, record_id: id },
        values: {},
      }));
      return { kind: 'answered', status: 200, json: { data }, text: '', headers };
    },
    clockAheadMs: () => 0,
    saidAheadMs: () => 0,
    close: async () => {},
  };
  return { client, asked };
}

const query = { token: 't', workspaceId, appUrl: 'https://app.attio.com', filter: {} };

test.each([1, 3, 30, 1_000])('All deals are read, each once, when an answer takes %i of them', async (mostAtOnce) => {
  const ids = Array.from({ length: 230 }, () => randomUUID());
  const { client, asked } = workspaceOf(ids, mostAtOnce);
  const found = await queryDeals(client, query, Date.now);
  expect(found.map(({ id }) => id.record_id)).toEqual(ids);
  expect(asked.filter(({ offset }) => offset === 0).length).toBeLessThan(6);
});

test('A deal that is too large by itself is told as Attio being out of reach, not asked for without end', async () => {
  const { client } = workspaceOf([randomUUID()], 0);
  await expect(queryDeals(client, query, Date.now)).rejects.toThrow('attio_unreachable');
});
