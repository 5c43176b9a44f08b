import type { Page } from '@playwright/test';
import { breakOffCreates, consent, dealsNamed, expect, expectAlive, notice, pick, signIn, test } from './stack.ts';

// Requests that a service worker makes cannot be held back or answered here.
test.use({ serviceWorkers: 'block' });

/** The draft as this browser has it on disk. */
const storedDraft = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('dealslip');
      opening.onsuccess = () => resolve(opening.result);
    });
    const drafts = await new Promise<unknown>((resolve) => {
      const reading = database.transaction('drafts').objectStore('drafts').getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
    database.close();
    return JSON.stringify(drafts);
  });

/** Reloads and holds the page's scripts back, as a slow network would, until the answer is called. */
async function reloadWithoutScript(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  return release;
}

test('a session that ends in the middle: sign in again, and everything typed is there', async ({
  signedIn: page,
  stack,
  context,
}) => {
  await pick(page, 'Associated company', 'Globex');
  await page.getByLabel('Deal name').fill('Across a sign-in');
  await page.getByLabel('Deal value').fill('48k');
  await page.getByLabel('Deal stage').selectOption('In Progress');
  await pick(page, 'Associated people', 'Joana Reis');
  await context.clearCookies();

  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('Nothing is lost');
  await page.getByRole('link', { name: 'Sign in again' }).click();
  await consent(page);

  await expect(page.getByLabel('Deal name')).toHaveValue('Across a sign-in');
  await expect(page.getByLabel('Deal value')).toHaveValue('48k');
  await expect(page.getByLabel('Deal stage')).toHaveValue(/./);
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove Joana Reis' })).toBeVisible();
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  const [deal, ...others] = await dealsNamed(stack, 'Across a sign-in');
  expect(others).toEqual([]);
  expect(deal?.values).toMatchObject({ stage: [{ status: { title: 'In Progress' } }], value: [{ currency_value: 48_000 }] });
});

test('a reload keeps the draft; another member does not see it', async ({ signedIn: page, stack, context }) => {
  await page.getByLabel('Deal name').fill('Half a deal');
  await page.getByText('More fields').click();
  await page.getByLabel('Needs legal review').check();
  await page.getByRole('combobox', { name: 'Associated people' }).fill('some words');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await expect.poll(() => storedDraft(page)).toContain('some words');
  await page.reload();
  await expect(page.getByLabel('Deal name')).toHaveValue('Half a deal');
  await expect(page.getByLabel('Needs legal review')).toBeVisible();
  await expect(page.getByLabel('Needs legal review')).toBeChecked();
  await expect(page.getByRole('combobox', { name: 'Associated people' })).toHaveValue('some words');

  await context.clearCookies();
  await signIn(page, stack, 'Priya Nair');
  await expect(page.getByLabel('Deal name')).toHaveValue('');
});

test('what is typed before the script runs is kept, and sent', async ({ signedIn: page, stack }) => {
  const release = await reloadWithoutScript(page);
  const company = page.getByRole('combobox', { name: 'Associated company' });
  await company.fill('Globe');
  await page.getByLabel('Deal name').fill('Typed early');
  await page.getByLabel('Deal value').fill('1200');
  await page.getByLabel('Deal stage').selectOption('Lost');
  await company.focus();
  release();

  await page.getByRole('listbox', { name: 'Associated company' }).getByRole('option', { name: 'Globex' }).first().click();
  await expect(page.getByText('$1,200.00')).toBeVisible();
  await expect(page.getByLabel('Deal name')).toHaveValue('Typed early');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  const [deal] = await dealsNamed(stack, 'Typed early');
  expect(deal?.values).toMatchObject({ stage: [{ status: { title: 'Lost' } }], value: [{ currency_value: 1200 }] });
  expect(deal?.values.associated_company).toHaveLength(1);
});

test('without a connection the deal is kept, and goes out once when it is back', async ({ signedIn: page, stack, context }) => {
  await page.getByLabel('Deal name').fill('Sent offline');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect(page.getByRole('alert')).toContainText('No connection');
  await expect(page.getByLabel('Deal name')).not.toBeEditable();
  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  expect(await dealsNamed(stack, 'Sent offline')).toHaveLength(1);
});

test('an answer that never came is looked for, is sent once, and survives a reload', async ({ page, faulty }) => {
  await signIn(page, faulty);
  await page.getByLabel('Deal name').fill('Lost answer');
  breakOffCreates(faulty, { isApplied: true });
  const before = faulty.proxy.creates();
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect(notice(page, 'Attio did not answer.')).toContainText('please do not enter it again');
  await expect(page.getByLabel('Deal name')).not.toBeEditable();
  await page.reload();
  await expect(notice(page, 'Attio did not answer.')).toBeVisible();
  await expect(page.getByLabel('Deal name')).toHaveValue('Lost answer');
  await expect(page.getByLabel('Deal name')).not.toBeEditable();
  expect(faulty.proxy.creates() - before).toBe(1);
  faulty.proxy.faults.clear();

  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible({ timeout: 30_000 });
  expect(faulty.proxy.creates() - before).toBe(1);
  expect(await dealsNamed(faulty, 'Lost answer')).toHaveLength(1);
});

test('a deal that cannot go out leaves room for the next, also across a reload, and both go out once', async ({
  signedIn: page,
  stack,
}) => {
  const submissions = '**/api/submissions/*';
  await page.getByLabel('Deal name').fill('Left offline');
  await page.route(submissions, (route) => route.abort());
  await page.getByRole('button', { name: 'Create deal' }).click();
  await page.getByRole('button', { name: 'Start another deal' }).click();
  await expect(page.getByLabel('Deal name')).toHaveValue('');
  await expect.poll(() => storedDraft(page)).toContain('is_left');
  await page.reload();
  await expect(page.getByLabel('Deal name')).toBeEditable();
  await expect(page.getByLabel('Deal name')).toHaveValue('');
  await page.getByLabel('Deal name').fill('Right after');
  await page.unroute(submissions);
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  await expect.poll(async () => (await dealsNamed(stack, 'Left offline')).length, { timeout: 30_000 }).toBe(1);
  await expect.poll(() => storedDraft(page)).toBe('[]');
  expect(await dealsNamed(stack, 'Right after')).toHaveLength(1);
});

test('a deal is never sent as somebody who signed in since, in another tab', async ({ signedIn: page, stack, context }) => {
  await page.getByLabel('Deal name').fill('Written by Ana');
  const other = await context.newPage();
  await context.clearCookies();
  await signIn(other, stack, 'Priya Nair');
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect(page.getByRole('alert')).toContainText('Somebody else is signed in now');
  expect(await dealsNamed(stack, 'Written by Ana')).toEqual([]);

  await context.clearCookies();
  await signIn(page, stack);
  await expect(page.getByLabel('Deal name')).toHaveValue('Written by Ana');
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
});

test('a reload right after a key loses nothing', async ({ signedIn: page }) => {
  await page.getByLabel('Deal name').pressSequentially('Typed and gone');
  await page.reload();
  await expect(page.getByLabel('Deal name')).toHaveValue('Typed and gone');
});

test('a page that a fault of ours brings down says so, and what was typed is there when it is loaded again', async ({
  signedIn: page,
}) => {
  await page.route('**/assets/KeysList-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'export const KeysList = () => { throw new Error("planted"); };' }),
  );
  await page.getByLabel('Deal name').fill('Through a crash');
  await page.getByLabel('Deal name').blur();
  await page.keyboard.press('?');
  await expect(page.getByRole('alert')).toContainText('This page has stopped working.');
  await page.unroute('**/assets/KeysList-*.js');
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await expect(page.getByLabel('Deal name')).toHaveValue('Through a crash');
});

test('two tabs write two drafts, and each becomes its own deal', async ({ signedIn: page, stack, context }) => {
  await page.getByLabel('Deal name').fill('First tab');
  const other = await context.newPage();
  await other.goto(`${stack.url}/new`);
  await other.getByLabel('Deal name').fill('Second tab');
  await expect.poll(() => storedDraft(page)).toContain('Second tab');
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  await other.reload();
  await expect(other.getByLabel('Deal name')).toHaveValue('Second tab');
  await other.getByRole('button', { name: 'Create deal' }).click();
  await expect(other.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  expect(await dealsNamed(stack, 'First tab')).toHaveLength(1);
  expect(await dealsNamed(stack, 'Second tab')).toHaveLength(1);
});

test('a connection lost before the first key is told, and the deal goes out when it is back', async ({
  signedIn: page,
  stack,
  context,
}) => {
  await page.reload();
  await expectAlive(page);
  await context.setOffline(true);
  await page.getByLabel('Deal name').fill('Offline from the start');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('No connection');
  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  expect(await dealsNamed(stack, 'Offline from the start')).toHaveLength(1);
});

test('early typing in the folded fields keeps the fold, the focus and the text', async ({ signedIn: page }) => {
  const release = await reloadWithoutScript(page);
  await page.getByText('More fields').click();
  await page.getByLabel('Next step').pressSequentially('Call Bo');
  release();
  await expectAlive(page);
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.keyboard.type(' tomorrow');
  await expect(page.getByLabel('Next step')).toBeFocused();
  await expect(page.getByLabel('Next step')).toHaveValue('Call Bo tomorrow');
  await page.reload();
  await expect(page.getByLabel('Next step')).toHaveValue('Call Bo tomorrow');
});

test('what is no date yet, typed before the script runs, stands beside a found draft, and is told rather than dropped', async ({
  signedIn: page,
}) => {
  await page.getByLabel('Deal name').fill('From the draft');
  await expect(page.getByText('Draft saved')).toBeVisible();
  const release = await reloadWithoutScript(page);
  await page.getByLabel('Deal value').fill('1200');
  await page.getByText('More fields').click();
  const date = page.getByLabel('Expected close date');
  await date.pressSequentially('12');
  release();
  await expect(page.getByLabel('Deal name')).toHaveValue('From the draft');
  await expect(page.getByText('$1,200.00')).toBeVisible();
  await expect(date).toBeFocused();
  await expect(date).toHaveValue('12');
  await page.keyboard.press('Control+Enter');
  await expect(date).toHaveAttribute('aria-invalid', 'true');
});

test('what is typed early joins the chips and words of a found draft, and one draft is left of the two', async ({
  signedIn: page,
}) => {
  await page.getByLabel('Deal name').fill('From the draft');
  await pick(page, 'Associated company', 'Globex');
  await pick(page, 'Associated people', 'Bo Li');
  await expect.poll(() => storedDraft(page)).toContain('Bo Li');
  const release = await reloadWithoutScript(page);
  await page.getByRole('combobox', { name: 'Associated people' }).fill('joana');
  await page.getByLabel('Deal name').fill('and more');
  await page.getByLabel('Deal value').fill('4200');
  release();
  await expect(page.getByRole('button', { name: 'Remove Bo Li' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Associated people' })).toHaveValue('joana');
  await expect(page.getByLabel('Deal name')).toHaveValue('From the draft and more');
  await expect(page.getByLabel('Deal value')).toHaveValue('4200');
  await expect.poll(async () => (JSON.parse(await storedDraft(page)) as unknown[]).length).toBe(1);

  await pick(page, 'Associated people', 'Joana Reis');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Deal name')).toHaveValue('');
  await page.reload();
  await expectAlive(page);
  await expect(page.getByLabel('Deal value')).toHaveValue('');
});

test('what is typed early while a deal is still unknown is the next one', async ({ page, faulty }) => {
  await signIn(page, faulty);
  await page.getByLabel('Deal name').fill('Still unknown');
  breakOffCreates(faulty, { isApplied: true });
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect(notice(page, 'Attio did not answer.')).toBeVisible();
  const release = await reloadWithoutScript(page);
  await page.getByLabel('Deal name').fill('The next deal');
  release();
  await expect(notice(page, 'Attio did not answer.')).toBeVisible();
  await expect(page.getByLabel('Deal name')).toHaveValue('Still unknown');
  await page.getByRole('button', { name: 'Start another deal' }).click();
  await expect(page.getByLabel('Deal name')).toHaveValue('The next deal');
  await expect(page.getByLabel('Deal name')).toBeEditable();
  faulty.proxy.faults.clear();
});

test('a day means the day on which it was typed, also after a reload', async ({ signedIn: page, stack }) => {
  await page.getByText('More fields').click();
  await page.clock.setFixedTime('2026-11-20T23:30:00');
  await page.getByLabel('Expected close date').pressSequentially('tomorrow');
  await expect(page.getByText('Saturday, November 21, 2026')).toBeVisible();
  await page.getByLabel('Deal name').fill('Typed before midnight');
  await expect.poll(() => storedDraft(page)).toContain('Typed before midnight');
  await page.clock.setFixedTime('2026-11-27T09:00:00');
  await page.reload();
  await expect(page.getByLabel('Expected close date')).toHaveValue('tomorrow');
  await expect(page.getByText('Saturday, November 21, 2026')).toBeVisible();
  await page.getByLabel('Deal name').focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  const [deal] = await dealsNamed(stack, 'Typed before midnight');
  expect(deal?.values['close_date']).toMatchObject([{ value: '2026-11-21' }]);
});

test('a session that ends while a picker searches is told at once, and stays told', async ({ signedIn: page, context }) => {
  await page.getByLabel('Deal name').fill('Ends in a picker');
  await context.clearCookies();
  await page.getByRole('combobox', { name: 'Associated company' }).fill('glob');
  const again = page.getByRole('link', { name: 'Sign in again' });
  await expect(again).toBeVisible();
  await page.getByLabel('Deal name').fill('Ends in a picker, really');
  await expect(again).toBeVisible();
  await again.click();
  await consent(page);
  await expect(page.getByLabel('Deal name')).toHaveValue('Ends in a picker, really');
  await expect(page.getByRole('combobox', { name: 'Associated company' })).toHaveValue('glob');
});

test('a found draft with a company leaves its list closed', async ({ signedIn: page }) => {
  await pick(page, 'Associated company', 'Globex');
  await expect.poll(() => storedDraft(page)).toContain('Globex');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Associated company' })).toBeFocused();
  await expect(page.getByRole('listbox', { name: 'Associated company' })).toBeHidden();
});
