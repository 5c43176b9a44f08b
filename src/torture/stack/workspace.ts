import { setTimeout as sleep } from 'node:timers/promises';
import { markerSlug } from '../../contract/setup.ts';
import { callHttp, type HttpReply } from '../upstream/http-call.ts';

/** Known to nobody but this run. */
export const apiKey = 'torture'.padEnd(64, '0');

/** The sandbox asked directly: the truth. */
export interface Workspace {
  url: string;
  /** Every deal made since the workspace was opened. */
  newDeals(): Promise<{ recordId: string; name: string }[]>;
  /** The domains of all companies whose domain begins so, as often as they are there. */
  domains(beginning: string): Promise<string[]>;
  /** Makes a deal; the time that it took, in ms. */
  timedCreate(values: Record<string, unknown>): Promise<number>;
}

const pageSize = 500;

interface DealRow {
  id: { record_id: string };
  values: { name?: { value?: string }[] };
}

/** The sandbox's workspace as it is now; with a marker, its deals get the unique attribute that `marker` needs. */
export async function openWorkspace(url: string, { marker }: { marker: boolean }): Promise<Workspace> {
  /** Our own questions count against the limit too, and wait like everybody's. */
  async function ask(path: string, body: unknown): Promise<HttpReply> {
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
    const reply = await callHttp(url, { method: 'POST', path, headers, body: JSON.stringify(body) });
    if (reply.status === 429) {
      await sleep(1_000);
      return ask(path, body);
    }
    if (reply.status >= 300) throw new Error(`The sandbox answered ${reply.status} to ${path}: ${reply.body}`);
    return reply;
  }

  async function allDeals(): Promise<DealRow[]> {
    const deals: DealRow[] = [];
    for (let page = pageSize; page === pageSize; ) {
      const sorts = [{ attribute: 'created_at', direction: 'asc' }];
      const { body } = await ask('/v2/objects/deals/records/query', { limit: pageSize, offset: deals.length, sorts });
      const { data } = JSON.parse(body) as { data: DealRow[] };
      deals.push(...data);
      page = data.length;
    }
    return deals;
  }

  if (marker) {
    const attribute = {
      ...{ title: 'Submission key', description: null, api_slug: markerSlug, type: 'text' },
      ...{ is_required: false, is_unique: true, is_multiselect: false, config: {} },
    };
    await ask('/v2/objects/deals/attributes', { data: attribute });
  }
  const before = new Set((await allDeals()).map(({ id }) => id.record_id));
  return {
    url,
    async newDeals() {
      const made = (await allDeals()).filter(({ id }) => !before.has(id.record_id));
      return made.map(({ id, values }) => ({ recordId: id.record_id, name: values.name?.[0]?.value ?? '' }));
    },
    async domains(beginning) {
      const filter = { domains: { domain: { $starts_with: beginning } } };
      const { body } = await ask('/v2/objects/companies/records/query', { filter, limit: pageSize });
      const { data } = JSON.parse(body) as { data: { values: { domains?: { domain: string }[] } }[] };
      return data.flatMap(({ values }) => (values.domains ?? []).map(({ domain }) => domain));
    },
    async timedCreate(values) {
      const from = performance.now();
      await ask('/v2/objects/deals/records', { data: { values } });
      return performance.now() - from;
    },
  };
}
