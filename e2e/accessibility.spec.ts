import type { Page } from '@playwright/test';
import { exampleSubmission } from '../src/browser/testing/example-submission.ts';
import type { Submission } from '../src/contract/submission.ts';
import { expectClean } from './expect-clean.ts';
import { expect, notice, pick, signIn, test } from './stack.ts';

test('what is marked can be read in the system’s own colours', async ({ signedIn: page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.getByRole('combobox', { name: 'Associated company' }).fill('Glo');
  const marked = page.getByRole('option', { name: 'Globex' }).first();
  await expect(marked).toHaveAttribute('aria-selected', 'true');
  const colours = await marked.evaluate((option) => {
    const name = option.querySelector('bdi') ?? option;
    const system = (colour: string) => {
      const probe = document.createElement('span');
      probe.style.cssText = `forced-color-adjust: none; color: ${colour}`;
      document.body.append(probe);
      const found = getComputedStyle(probe).color;
      probe.remove();
      return found;
    };
    return [
      [getComputedStyle(option).backgroundColor, system('Highlight')],
      [getComputedStyle(name).color, system('HighlightText')],
    ];
  });
  for (const [is, wanted] of colours) expect(is).toBe(wanted);
  await expectClean(page, 'forced colours');
});

test('the keys are shown by “?” wherever nothing is being written, and the focus comes back', async ({
  signedIn: page,
  stack,
}) => {
  const keys = page.getByRole('dialog', { name: 'Keys' });
  const company = page.getByRole('combobox', { name: 'Associated company' });
  await expect(company).toBeFocused();
  await page.keyboard.press('?');
  await expect(keys.getByText('Take the name that is suggested')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await expect(company).toBeFocused();
  await expect(company).toHaveValue('');
  await page.getByLabel('Deal name').fill('Really');
  await page.getByLabel('Deal name').press('End');
  await page.keyboard.press('?');
  await expect(page.getByLabel('Deal name')).toHaveValue('Really?');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('link', { name: 'Open in Attio' })).toBeFocused();
  await page.keyboard.press('?');
  await expect(keys.getByText('Start the next deal, on the receipt')).toBeVisible();
  // The receipt beneath it waits.
  await page.keyboard.press('n');
  await expect(keys).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Open in Attio' })).toBeFocused();
  for (const path of ['/submissions', '/bulk', '/preferences']) {
    await page.goto(stack.url + path);
    await expect(page.getByRole('main').locator('button, input').first()).toBeVisible();
    // Out of the place to paste into, where it is a sign like any other.
    if (path === '/bulk') await page.keyboard.press('Tab');
    await page.keyboard.press('?');
    await expect(keys).toBeVisible();
  }
});

for (const [colorScheme, width] of [
  ['light', 320],
  ['light', 360],
  ['light', 1280],
  ['dark', 360],
  ['dark', 1280],
] as const) {
  test(`axe finds nothing in any state, ${colorScheme} at ${width} px`, { tag: ['@states', '@looks'] }, async ({
    browser,
    stack,
    faulty,
  }) => {
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
    await expect(page.getByRole('option', { name: 'Create “nothing like it”' })).toBeVisible();
    await expectClean(page, 'picker without entries');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('group', { name: 'New company' });
    await panel.getByRole('button', { name: 'Add' }).click();
    await expect(panel.getByText('Type a domain')).toBeVisible();
    await expectClean(page, 'new company');
    await panel.getByRole('button', { name: 'Cancel' }).click();
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
    await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
    await expectClean(page, 'keys');
    await page.getByRole('button', { name: 'Close' }).click();

    await page.getByLabel('Deal name').fill(`A ${'very '.repeat(60)}long name and ${'W'.repeat(90)}`);
    await page.getByRole('button', { name: 'Create deal' }).click();
    await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
    await expectClean(page, 'receipt');
    await page.getByRole('button', { name: 'Keep Deal stage for the next deal' }).click();
    await expectClean(page, 'receipt with a pin');
    const link = (await page.getByRole('link', { name: 'Open in Attio' }).getAttribute('href')) ?? '';
    const another = (await page.getByRole('link', { name: 'Create another like this' }).getAttribute('href')) ?? '';
    await page.keyboard.press('n');
    await expect(page.getByRole('button', { name: 'Stop keeping' })).toBeVisible();
    await expectClean(page, 'begun with a pin');
    await page.getByRole('button', { name: 'Stop keeping' }).click();
    await page.goto(stack.url + another);
    await expect(page.getByRole('group', { name: /Filled in like your earlier deal/ })).toBeVisible();
    await expectClean(page, 'like an earlier deal');
    await page.getByRole('button', { name: 'Keep for later' }).click();
    await page.goto(link);
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

const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
const longName = `A ${'very '.repeat(20)}long name and ${'W'.repeat(60)}`;
const checking: Partial<Submission> = {
  state: 'needs_checking',
  decisions: ['bind', 'send_again', 'leave'],
  look_url: 'https://app.attio.com/northwind',
  next_look_at: inAnHour,
  candidates: [
    {
      record_id: '11111111-1111-4111-8111-111111111111',
      name: longName,
      web_url: 'https://app.attio.com/northwind/deal-1',
      created_at: inAnHour,
      details: ['$48,000.00', 'In Progress', 'Ana Kovač'],
      ours: true,
    },
  ],
};
const doubled: Partial<Submission> = {
  state: 'created',
  web_url: 'https://app.attio.com/northwind/deal-1',
  receipt: [{ field: 'value', title: 'Deal value', sent: '$48,000.005', stored: '$48,000.01', same: false }],
  duplicates: [{ record_id: 'other', web_url: 'https://app.attio.com/northwind/deal-2' }],
};
const open: [string, Partial<Submission>][] = [
  [
    'Accepted. Attio is busy, sending soon.',
    { state: 'deferred', waiting: { why: 'attio_busy', ahead: 12, not_before: null }, decisions: ['leave'] },
  ],
  ['Sending…', { state: 'sending' }],
  [
    'Sign in again to finish sending. Nothing is lost.',
    { state: 'blocked_auth', blocked: { why: 'sign_in' }, decisions: ['send_again', 'leave'] },
  ],
  ['Attio did not answer.', { state: 'unknown', next_look_at: inAnHour }],
  ['We could not confirm this deal.', checking],
];

/** Every request to the address is answered so: the latest route wins, and no request slips to the server between two. */
async function answer(page: Page, address: string, body: unknown, status = 200): Promise<void> {
  await page.route(address, (route) => route.fulfill({ status, json: body }));
}

for (const [colorScheme, width] of [
  ['light', 320],
  ['light', 1280],
  ['dark', 360],
] as const) {
  test(`axe finds nothing in what is open, ${colorScheme} at ${width} px`, { tag: ['@states', '@looks'] }, async ({
    browser,
    stack,
  }) => {
    test.slow();
    const viewport = { width, height: 800 };
    const context = await browser.newContext({
      serviceWorkers: 'block',
      colorScheme,
      viewport,
      reducedMotion: 'reduce',
      locale: 'en-US',
    });
    const page = await context.newPage();
    await signIn(page, stack);
    const one = '**/api/submissions/*';
    await answer(page, one, exampleSubmission(open[0]?.[1]), 202);
    await page.getByLabel('Deal name').fill('Open');
    await page.getByRole('button', { name: 'Create deal' }).click();
    await expect(notice(page, 'Accepted. Attio is busy, sending soon.')).toBeVisible();
    for (const [title, more] of open) {
      await answer(page, one, exampleSubmission(more), 202);
      await page.reload();
      await expect(notice(page, title)).toBeVisible();
      await expectClean(page, title);
    }
    await page.getByRole('button', { name: 'It is not there, send again' }).click();
    await expectClean(page, 'send again');
    await answer(page, one, { type: 'x', title: 'That deal belongs to another.', status: 409, code: 'record_taken' }, 409);
    await page.getByRole('button', { name: 'This is it' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectClean(page, 'a decision that was not taken');
    await answer(page, one, exampleSubmission({ state: 'dismissed', may_exist: true }));
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('You left this deal.');
    await expectClean(page, 'left');
    await answer(page, one, exampleSubmission(doubled));
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('Attio has two deals');
    await expectClean(page, 'duplicates');

    const many = '**/api/submissions';
    await answer(page, many, { submissions: [], next_cursor: null, open_states: [] });
    await page.goto(`${stack.url}/submissions`);
    await expect(page.getByRole('heading', { name: 'No deals yet' })).toBeVisible();
    await expectClean(page, 'no deals');
    const errors = [{ field: 'name', code: 'required', message: 'Deal name is needed.' }];
    const rows: Partial<Submission>[] = [
      ...open.map(([, more]) => more),
      { ...doubled, name: longName },
      { state: 'refused', errors },
      { state: 'dismissed', name: null },
    ];
    const submissions = rows.map((more, at) => exampleSubmission({ ...more, id: String(at) }));
    await answer(page, many, { submissions, next_cursor: 'more', open_states: ['needs_checking'] });
    await page.reload();
    await expect(page.getByRole('button', { name: 'Show more' })).toBeVisible();
    const closed = page.getByRole('button', { name: 'Details', expanded: false });
    for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
    await expect(closed).toHaveCount(0);
    await expect(page.getByRole('term').first()).toBeVisible();
    await expectClean(page, 'my deals');
    await answer(page, `${many}?state=open`, { submissions: [], next_cursor: null, open_states: [] });
    await page.getByRole('radio', { name: 'Open' }).press('Space');
    await expect(page.getByRole('heading', { name: 'No deal like that' })).toBeVisible();
    await expectClean(page, 'my deals, none like it');
    await page.getByRole('button', { name: 'Show all deals' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Show more' })).toBeVisible();
    await answer(page, many, { type: 'x', title: 'No storage.', status: 503, code: 'storage_unavailable' }, 503);
    await page.reload();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectClean(page, 'my deals, failed');

    const setup = { checks: [], duplicate_protection: 'look_up', marker_fault: null, is_admin: true };
    await answer(page, '**/api/setup', setup);
    const upstream = { status: 403, code: 'x', message: 'Missing scope.', execution_id: null };
    await answer(page, '**/api/setup/marker', { type: 'x', title: 'No.', status: 403, code: 'attio_forbidden', upstream }, 403);
    await page.goto(`${stack.url}/setup`);
    await page.getByRole('button', { name: 'Let Attio refuse second deals' }).click();
    await expect(page.getByRole('alert')).toContainText('npm run setup-marker');
    await expectClean(page, 'setup, failed');
    await answer(page, '**/api/setup', { ...setup, marker_fault: 'not_unique', is_admin: false });
    await page.reload();
    await expect(page.getByRole('group').filter({ hasText: 'not unique' })).toBeVisible();
    await expectClean(page, 'setup, unsuitable');
    await context.close();
  });
}
