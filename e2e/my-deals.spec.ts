import type { Page } from '@playwright/test';
import { expectClean } from './expect-clean.ts';
import { dealsNamed, expect, expectAlive, signIn, test, write } from './stack.ts';

/** All of it by keyboard alone: nothing here clicks. */

/** Presses Tab, or Shift+Tab, until what is wanted has the focus. */
async function tabTo(page: Page, role: 'button' | 'link' | 'radio' | 'searchbox', name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${role} ${name}`);
}

/** Enters a deal of Globex and sends it; the receipt's link has the focus then. */
async function create(page: Page, name: string, value = '48000'): Promise<void> {
  await expect(page.getByRole('combobox', { name: 'Associated company' })).toBeFocused();
  await page.keyboard.type('glo');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Globex');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(value);
  await page.keyboard.press('Tab');
  await page.keyboard.type('i');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('link', { name: 'Open in Attio' })).toBeFocused();
}

const unique = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`;
const rows = (page: Page) => page.getByRole('main').getByRole('listitem');

test('my deals are narrowed by keyboard, the choice stays in the address, and a created one shows its receipt again', {
  tag: '@states',
}, async ({ signedIn: page, stack }) => {
  const name = unique('Überblick');
  await create(page, name);
  await page.goto(`${stack.url}/submissions`);
  await expect(rows(page).first()).toContainText(name);

  await tabTo(page, 'searchbox', 'Find by name');
  await page.keyboard.type(`${name.split(' ')[1]} uber`);
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: '1 deal' })).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('radio', { name: 'All' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'Not created' })).toBeChecked();
  await expect(page.getByRole('heading', { name: 'No deal like that' })).toBeVisible();
  await expectClean(page, 'nothing like it');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'Created', exact: true })).toBeChecked();
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/\?state=created&name=.*uber$/);

  await page.reload();
  await expect(page.getByRole('radio', { name: 'Created', exact: true })).toBeChecked();
  await expect(rows(page)).toHaveCount(1);
  await page.goto(`${stack.url}/new`);
  await expectAlive(page);
  await page.goBack();
  await expect(page.getByRole('searchbox', { name: 'Find by name' })).toHaveValue(/uber$/);
  await expect(rows(page)).toHaveCount(1);

  await tabTo(page, 'button', 'Details');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('definition').filter({ hasText: '$48,000.00' })).toBeVisible();
  await expect(page.getByRole('term').filter({ hasText: 'Associated company' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
  await expectClean(page, 'the receipt again');

  await tabTo(page, 'searchbox', 'Find by name');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('nobody calls it so');
  await expect(page.getByText('Nothing under “Created” is called “nobody calls it so”.')).toBeVisible();
  await tabTo(page, 'button', 'Show all deals');
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toContainText(name);
  await expect(page).toHaveURL(`${stack.url}/submissions`);
  await expect(page.getByRole('radio', { name: 'All' })).toBeChecked();
});

test('a deal that settles while the list is narrowed leaves what is open, and comes to what is created', async ({
  browser,
  faulty,
}) => {
  const context = await browser.newContext({ locale: 'en-US' });
  const [page, created] = [await context.newPage(), await context.newPage()];
  await signIn(page, faulty);
  const name = unique('In line');
  faulty.proxy.faults.set('POST /v2/objects/deals/records', (response) => {
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '2' });
    response.end(
      JSON.stringify({ status_code: 429, type: 'rate_limit_error', code: 'rate_limit_exceeded', message: 'Slow down' }),
    );
  });
  await page.keyboard.press('Tab');
  await page.keyboard.type(name);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('group', { name: /Accepted/ })).toBeVisible();
  await page.goto(`${faulty.url}/submissions?state=open&name=${encodeURIComponent(name)}`);
  await expect(rows(page)).toHaveCount(1);
  await created.goto(`${faulty.url}/submissions?state=created&name=${encodeURIComponent(name)}`);
  await expect(created.getByRole('heading', { name: 'No deal like that' })).toBeVisible();
  faulty.proxy.faults.clear();
  await expect(rows(created)).toContainText([name], { timeout: 20_000 });
  await expect(created.getByRole('status').filter({ hasText: '1 deal' })).toBeVisible();
  await expect(page.getByText(`Nothing under “Open” is called “${name}”.`)).toBeVisible();
  await context.close();
});

test('another like one that was sent is a draft of its own, and becomes a second deal with the same values', {
  tag: '@states',
}, async ({ signedIn: page, stack }) => {
  const name = unique('Twice');
  await create(page, name);
  await page.keyboard.press('n');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Was being typed');
  await expect(page.getByText('Draft saved')).toBeVisible();

  await page.goto(`${stack.url}/submissions`);
  await tabTo(page, 'button', 'Details');
  await page.keyboard.press('Enter');
  await tabTo(page, 'link', 'Create another like this');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: /Filled in like your earlier deal/ })).toBeVisible();
  await expect(page.getByLabel('Deal name')).toHaveValue(name);
  await expect(page.getByLabel('Deal name')).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(name);
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove Ana Kovač' })).toBeVisible();
  await expect(page).toHaveURL(`${stack.url}/new`);
  await expect(page.getByRole('button', { name: '1 draft', exact: true })).toBeVisible();
  expect(await dealsNamed(stack, name)).toHaveLength(1);
  await expectClean(page, 'another like it');

  await page.reload();
  await expect(page.getByLabel('Deal name')).toHaveValue(name);
  await expectAlive(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  const [one, other, ...more] = await dealsNamed(stack, name);
  expect(more).toEqual([]);
  const told = (values: Record<string, Record<string, unknown>[]> = {}) =>
    Object.fromEntries(
      ['value', 'stage', 'owner', 'associated_company', 'close_date'].map((slug) => [
        slug,
        (values[slug] ?? []).map(({ currency_value, status, referenced_actor_id, target_record_id, value }) => [
          ...[currency_value, (status as { title: string } | undefined)?.title, referenced_actor_id, target_record_id, value],
        ]),
      ]),
    );
  expect(told(other?.values)).toEqual(told(one?.values));
  expect(told(one?.values)['associated_company']).toHaveLength(1);
  expect(one?.id['record_id']).not.toBe(other?.id['record_id']);
});

test('what a deal had and the workspace has no more is left out of the next, and named', { tag: '@states' }, async ({
  signedIn: page,
  stack,
}) => {
  const name = unique('Once had');
  const person = await write(stack, 'POST', '/v2/objects/people/records', {
    values: {
      name: [{ first_name: 'Gone', last_name: name, full_name: `Gone ${name}` }],
      email_addresses: [`${crypto.randomUUID()}@gone.com`],
    },
  });
  await create(page, 'ends here');
  await page.keyboard.press('n');
  await page.keyboard.press('Tab');
  await page.keyboard.type(name);
  const people = page.getByRole('combobox', { name: 'Associated people' });
  await people.focus();
  await page.keyboard.type(`Gone ${name}`);
  await expect(page.getByRole('listbox', { name: 'Associated people' }).getByRole('option').first()).toContainText(
    `Gone ${name}`,
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('link', { name: 'Open in Attio' })).toBeFocused();
  await stack.attio('DELETE', `/v2/objects/people/records/${person.data.id['record_id']}`);

  await tabTo(page, 'link', 'Create another like this');
  await page.keyboard.press('Enter');
  const notice = page.getByRole('alert').filter({ hasText: 'Filled in like your earlier deal' });
  await expect(notice).toContainText(`Associated people was left out: “Gone ${name}” is not there any more.`);
  await expect(page.getByLabel('Deal name')).toHaveValue(name);
  await expectClean(page, 'another like it, with something left out');

  await page.goto(`${stack.url}/new?like.deal=${crypto.randomUUID()}`);
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be copied any more' })).toBeVisible();
});

test('pinned fields start the next deal, and no link; they are kept in this browser until they are dropped', {
  tag: '@states',
}, async ({ signedIn: page, stack }) => {
  await create(page, unique('First of two'), '12000');
  const pin = page.getByRole('button', { name: 'Keep Deal stage for the next deal' });
  await tabTo(page, 'button', 'Keep Associated company for the next deal');
  await page.keyboard.press('Space');
  await tabTo(page, 'button', 'Keep Deal stage for the next deal');
  await page.keyboard.press('Space');
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await expectClean(page, 'pins');

  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeVisible();
  await expect(page.getByLabel('Deal stage').locator('option:checked')).toHaveText('In Progress');
  await expect(page.getByLabel('Deal name')).toHaveValue('');
  await expect(page.getByLabel('Deal value')).toHaveValue('');
  const said = page.getByRole('status').filter({ hasText: 'Kept from your last deal:' });
  await expect(said).toContainText('Associated company');
  await expect(said).toContainText('Deal stage');
  await expect(page.getByText('Draft saved')).toBeHidden();
  await expectClean(page, 'begun with pins');

  // A page that is opened anew starts with them too; a link does not.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeVisible();
  await page.goto(`${stack.url}/new?stage=Lead&name=Linked`);
  await expect(page.getByRole('group', { name: /Filled in from a link/ })).toBeVisible();
  await expect(page.getByLabel('Deal stage').locator('option:checked')).toHaveText('Lead');
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeHidden();
  await expect(said).toBeHidden();

  // What the next deal has in a pinned field is what is kept from then on.
  await expectAlive(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeVisible();
  await expect(page.getByLabel('Deal stage').locator('option:checked')).toHaveText('Lead');
  await tabTo(page, 'button', 'Stop keeping');
  await page.keyboard.press('Enter');
  await expect(said).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Associated company' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeHidden();
  await page.reload();
  await expectAlive(page);
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeHidden();
});
