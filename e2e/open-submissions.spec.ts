import type { Page } from '@playwright/test';
import { createLine, type FaultProxy } from '../src/server/testing/fault-proxy.ts';
import { breakOffCreates, dealsNamed, expect, notice, signIn, test } from './stack.ts';

/** The first create is turned away for so many seconds. */
function beBusyOnce({ proxy }: { proxy: FaultProxy }, seconds: number): void {
  proxy.faults.set(createLine, (response) => {
    proxy.faults.clear();
    response.writeHead(429, {
      'content-type': 'application/json',
      'retry-after': new Date(Date.now() + seconds * 1_000).toUTCString(),
    });
    response.end(
      JSON.stringify({ status_code: 429, type: 'rate_limit_error', code: 'rate_limit_exceeded', message: 'Slow down' }),
    );
  });
}

/** The first create is broken off before Attio has seen it. */
function breakOffOnce({ proxy }: { proxy: FaultProxy }): void {
  proxy.faults.set(createLine, (response) => {
    proxy.faults.clear();
    response.socket?.destroy();
  });
}

async function create(page: Page, name: string): Promise<void> {
  await page.getByLabel('Deal name').fill(name);
  await page.getByRole('button', { name: 'Create deal' }).click();
}

const created = (page: Page) => page.getByRole('heading', { name: 'Deal created' });
const unconfirmed = 'We could not confirm this deal.';
/** The settle time of the server, and its looks. */
const settled = { timeout: 30_000 };

test.beforeEach(async ({ page, faulty }) => signIn(page, faulty));
test.afterEach(({ faulty }) => faulty.proxy.faults.clear());

test('a busy Attio: the deal is accepted, and goes out by itself, once', async ({ page, faulty }) => {
  beBusyOnce(faulty, 2);
  await create(page, 'Waited for');
  await expect(notice(page, 'Accepted. Attio is busy, sending soon.')).toContainText('You can close this page');
  await expect(page.getByRole('status').filter({ hasText: 'sending soon' })).toBeAttached();
  await expect(page.getByLabel('Deal name')).not.toBeEditable();
  await expect(created(page)).toBeVisible(settled);
  await expect(page.getByRole('link', { name: 'Open in Attio' })).toBeFocused();
  expect(await dealsNamed(faulty, 'Waited for')).toHaveLength(1);
});

test('a deal that waits can be cancelled: everything stays in the form, and is another deal', async ({ page, faulty }) => {
  beBusyOnce(faulty, 4);
  await page.getByLabel('Deal value').fill('48k');
  await create(page, 'Cancelled first');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled. Nothing was sent.').first()).toBeVisible();
  await expect(page.getByLabel('Deal name')).toBeEditable();
  await expect(page.getByLabel('Deal name')).toHaveValue('Cancelled first');
  await expect(page.getByLabel('Deal value')).toHaveValue('48k');
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect(created(page)).toBeVisible(settled);
  expect(await dealsNamed(faulty, 'Cancelled first')).toHaveLength(1);
});

test('an answer that never came, of a deal that is not there: a person sends it again, by keyboard', async ({ page, faulty }) => {
  breakOffOnce(faulty);
  await create(page, 'Never arrived');
  await expect(notice(page, 'Attio did not answer.')).toBeVisible();
  await expect(notice(page, unconfirmed)).toBeVisible(settled);
  await expect(page.getByLabel('Deal name')).not.toBeEditable();
  expect(await dealsNamed(faulty, 'Never arrived')).toEqual([]);

  await page.getByRole('button', { name: 'It is not there, send again' }).focus();
  await page.keyboard.press('Enter');
  await expect(notice(page, 'Send it again?')).toBeFocused();
  await expect(notice(page, 'Send it again?')).toContainText('Attio will have two');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(created(page)).toBeVisible(settled);
  expect(await dealsNamed(faulty, 'Never arrived')).toHaveLength(1);
});

test('a deal that somebody made by hand meanwhile is offered, and bound when a person says so', async ({ page, faulty }) => {
  breakOffOnce(faulty);
  await create(page, 'Made by hand');
  await expect(notice(page, 'Attio did not answer.')).toBeVisible();
  const values = { name: 'Made by hand', stage: 'Lead', owner: 'ana@northwind.com' };
  const byHand = await faulty.attio('POST', '/v2/objects/deals/records', { data: { values } });
  expect(byHand.status).toBe(200);

  const candidate = page.getByRole('list', { name: 'Deals that may be it' }).getByRole('listitem');
  await expect(candidate).toContainText('made elsewhere', settled);
  await candidate.getByRole('button', { name: 'This is it' }).click();
  await expect(created(page)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open in Attio' })).toHaveAttribute('href', byHand.json.data.web_url);
  await expect(page.getByRole('link', { name: 'Open in Attio' })).toBeFocused();
  expect(await dealsNamed(faulty, 'Made by hand')).toHaveLength(1);
});

test('a deal that nobody can confirm can be left', async ({ page, faulty }) => {
  breakOffOnce(faulty);
  await create(page, 'Left alone');
  await expect(notice(page, unconfirmed)).toBeVisible(settled);
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'You left this deal.' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: 'You left this deal.' })).toBeVisible();
  await page.getByRole('button', { name: 'Start another deal' }).click();
  await expect(page.getByLabel('Deal name')).toHaveValue('');
  await page.getByRole('link', { name: 'My deals' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Left alone' })).toContainText('Left ·');
  expect(await dealsNamed(faulty, 'Left alone')).toEqual([]);
});

test('another deal is started while one is open, which is then found under My deals and settles there', async ({
  page,
  faulty,
}) => {
  breakOffCreates(faulty, { isApplied: true });
  await create(page, 'Goes on alone');
  await expect(notice(page, 'Attio did not answer.')).toBeVisible();
  await page.getByRole('button', { name: 'Start another deal' }).click();
  await expect(page.getByLabel('Deal name')).toBeEditable();
  await page.reload();
  await expect(page.getByLabel('Deal name')).toHaveValue('');
  await expect(page.getByLabel('Deal name')).toBeEditable();

  await page.getByRole('link', { name: 'My deals' }).click();
  await expect(page).toHaveTitle('My deals · Dealslip');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Goes on alone' }) });
  await row.getByRole('button', { name: 'Details' }).click();
  await expect(row.getByRole('group', { name: 'Attio did not answer.' })).toBeVisible();
  faulty.proxy.faults.clear();
  await expect(row.getByRole('link', { name: 'Open in Attio' })).toBeVisible(settled);
  await expect(page.getByRole('status').filter({ hasText: 'Goes on alone' })).toHaveText('Goes on alone: Created.');
  expect(await dealsNamed(faulty, 'Goes on alone')).toHaveLength(1);
});

test('my deals ask for a sign-in and come back, and the menu leads to the setup', async ({ page, faulty, context }) => {
  await context.clearCookies();
  await page.goto(`${faulty.url}/submissions`);
  await page.getByRole('link', { name: 'Sign in with Attio' }).click();
  await page.locator('button[value=allow]').click();
  await expect(page.getByRole('heading', { level: 1, name: 'My deals' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'My deals' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('banner').getByText('Ana').first().click();
  await page.getByRole('link', { name: 'Setup' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Setup' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Duplicate protection' })).toContainText('nothing is sent twice by itself');
});
