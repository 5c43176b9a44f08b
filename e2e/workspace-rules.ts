import type { Page } from '@playwright/test';
import type { Rule } from '../src/contract/workspace-settings.ts';
import type { Stack } from './stack.ts';

/** The id of a stage of the sandbox's deals. */
export async function stageId(stack: Stack, title: string): Promise<string> {
  const { json } = await stack.attio('GET', '/v2/objects/deals/attributes/stage/statuses');
  return json.data.find((stage) => stage.title === title)?.id['status_id'] ?? '';
}

/** Saves rules as the admin who is signed in, past the page. */
export const saveRules = (page: Page, rules: readonly Rule[]): Promise<number> =>
  page.evaluate(async (list) => {
    const headers = { 'x-dealslip': '1', 'content-type': 'application/json' };
    const { version } = await (await fetch('/api/setup/settings', { headers })).json();
    const body = JSON.stringify({ version, settings: { rules: list, exchange: null } });
    return (await fetch('/api/setup/settings', { method: 'PUT', headers, body })).status;
  }, rules);
