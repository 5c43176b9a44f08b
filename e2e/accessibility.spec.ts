import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, pick, signIn, test } from './stack.ts';

async function expectClean(page: Page, state: string): Promise<void> {
  // What fades in is judged when it stands.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${state}: ${id} at ${nodes.map(({ target }) => target).join(', ')}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${state} scrolls sideways`).toBe(0);
}

for (const [colorScheme, width] of [
  ['light', 320],
  ['light', 360],
  ['light', 1280],
  ['dark', 360],
  ['dark', 1280],
] as const) {
  test(`axe finds nothing in any state, ${colorScheme} at ${width} px`, async ({ browser, stack, faulty }) => {
    test.slow();
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 800 },
      reducedMotion: 'reduce',
      locale: 'en-US',
    });
    const page = await context.newPage();
    await page.goto(stack.url);
    await expectClean(page, 'sign-in');
    await page.getByRole('link', { name: 'Sign in with Attio' }).click();
    await expectClean(page, 'consent');
    await signIn(page, stack);
    await expectClean(page, 'empty form');

    await page.getByRole('combobox', { name: 'Associated company' }).fill('Glo');
    await expect(page.getByRole('listbox', { name: 'Associated company' }).getByRole('option').first()).toBeVisible();
    await expectClean(page, 'open picker');
    await page.getByRole('combobox', { name: 'Associated company' }).fill('nothing like it');
    await expect(page.getByText('Nothing in Attio fits').first()).toBeVisible();
    await expectClean(page, 'picker without entries');
    await page.getByText('More fields').click();
    await expectClean(page, 'all fields');
    await page.getByRole('button', { name: 'Create deal' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectClean(page, 'errors');

    await page.getByRole('combobox', { name: 'Associated company' }).fill('');
    await pick(page, 'Associated company', 'Globex');
    await page.getByRole('combobox', { name: 'Associated people' }).press('ArrowDown');
    await expect(page.getByRole('group', { name: 'At Globex' })).toBeVisible();
    await expectClean(page, 'people of the company');
    await page.keyboard.press('Escape');
    await page.getByRole('banner').getByText('Ana').first().click();
    await expectClean(page, 'member menu');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeHidden();
    await page.getByRole('button', { name: 'Show these keys' }).click();
    await expectClean(page, 'keys');
    await page.getByRole('button', { name: 'Close' }).click();

    await page.getByLabel('Deal name').fill(`A ${'very '.repeat(60)}long name and ${'W'.repeat(90)}`);
    await page.getByRole('button', { name: 'Create deal' }).click();
    await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
    await expectClean(page, 'receipt');
    await page.goto((await page.getByRole('link', { name: 'Open in Attio' }).getAttribute('href')) ?? '');
    await expectClean(page, 'record page');

    await page.goto(`${stack.url}/new`);
    await context.setOffline(true);
    await page.getByLabel('Deal name').fill('Offline');
    await page.getByRole('button', { name: 'Create deal' }).click();
    await expect(page.getByRole('alert')).toContainText('No connection');
    await expectClean(page, 'offline');
    await context.setOffline(false);
    await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();

    await page.goto(`${stack.url}/new`);
    await page.getByLabel('Deal name').fill('Signed out');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Create deal' }).click();
    await expect(page.getByRole('link', { name: 'Sign in again' })).toBeVisible();
    await expectClean(page, 'session over');
    await page.goto(`${stack.url}/nowhere`);
    await expectClean(page, 'not found');
    await page.goto(`${stack.url}/auth/callback?error=access_denied`);
    await expectClean(page, 'sign-in refused');

    await signIn(page, faulty);
    await page.getByLabel('Deal name').fill('Unknown');
    faulty.proxy.faults.set('POST /v2/objects/deals/records', (response) => void response.socket?.destroy());
    await page.getByRole('button', { name: 'Create deal' }).click();
    await expect(page.getByRole('alert')).toContainText('may have been created');
    await expectClean(page, 'unknown');
    await page.getByRole('button', { name: 'Start another deal' }).click();
    faulty.proxy.faults.clear();

    faulty.proxy.faults.set('GET /v2/objects/deals/attributes', (response) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ status_code: 400, type: 'invalid_request_error', code: 'standard_object_disabled', message: 'No' }),
      );
    });
    await page.reload();
    await expect(page.getByRole('heading', { name: /cannot be drawn/ })).toBeVisible();
    await expectClean(page, 'workspace out of reach');
    faulty.proxy.faults.clear();
    await context.close();
  });
}
