import type { Page } from '@playwright/test';
import { expectClean } from './expect-clean.ts';
import { dealsNamed, expect, expectAlive, notice, type Stack, signIn, test } from './stack.ts';

const held = 'Sent. You can still take it back.';

/** Where it is chosen how long a deal by itself waits. */
const ofOne = (page: Page) => page.getByRole('group', { name: 'A deal by itself' });

/** Has what is sent wait for so long. */
async function wantHold(page: Page, stack: Stack, hold = '30 seconds'): Promise<void> {
  await page.goto(`${stack.url}/preferences`);
  await ofOne(page).getByRole('radio', { name: hold }).check();
  await page.goto(`${stack.url}/new`);
  await expectAlive(page);
}

/** Sends a deal that is held, and goes on to the next. */
async function leaveHeld(page: Page, name: string): Promise<void> {
  await page.getByLabel('Deal name').fill(name);
  await page.keyboard.press('Control+Enter');
  await expect(notice(page, held)).toBeVisible();
  await page.getByRole('button', { name: 'Start another deal' }).click();
  await expect(page.getByLabel('Deal name')).toHaveValue('');
}

/** Takes a deal back from the list of mine. */
const takeBack = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Take it back' }).click();

test('a rep who wants it may take a sent deal back, with everything in the form; what is not taken back goes out, also from a closed page', {
  tag: '@states',
}, async ({ page, stack, context }) => {
  test.slow();
  await signIn(page, stack);
  await page.getByText('Ana', { exact: true }).click();
  await page.getByRole('link', { name: 'Preferences' }).click();
  await expect(page).toHaveTitle('Preferences · Dealslip');
  await expect(ofOne(page).getByRole('radio', { name: 'None' })).toBeChecked();
  await ofOne(page).getByRole('radio', { name: 'None' }).press('ArrowDown');
  await expect(ofOne(page).getByRole('radio', { name: '5 seconds' })).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(ofOne(page).getByRole('radio', { name: '10 seconds' })).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(ofOne(page).getByRole('radio', { name: '30 seconds' })).toBeChecked();
  await expect(page.getByText('Kept in this browser.')).toBeVisible();
  await expectClean(page, 'preferences');
  await page.getByRole('link', { name: 'Dealslip' }).click();

  await page.getByLabel('Deal name').fill('Held and taken back');
  await page.keyboard.press('Control+Enter');
  await expect(notice(page, held)).toContainText(/It goes to Attio in \d+ s/);
  await expectClean(page, 'held');
  // Escape closes what stands open before it takes anything back.
  await page.getByRole('button', { name: 'Show these keys' }).click();
  await expect(
    page
      .getByRole('dialog')
      .getByRole('definition')
      .filter({ hasText: /^Take back a sent deal/ }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.reload();
  await expect(notice(page, held)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(notice(page, held)).toHaveCount(0);
  await expect(page.getByLabel('Deal name')).toHaveValue('Held and taken back');
  await expect(page.getByLabel('Deal name')).toBeEditable();

  await page.getByLabel('Deal name').fill('Held and let go');
  await page.keyboard.press('Control+Enter');
  await expect(notice(page, held)).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(notice(page, held)).toHaveCount(0);
  await expect(page.getByLabel('Deal name')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(notice(page, held).getByRole('button', { name: /^Take it back/ })).toBeVisible();
  await page.close();
  expect(await dealsNamed(stack, 'Held and let go')).toEqual([]);
  await expect.poll(async () => (await dealsNamed(stack, 'Held and let go')).length, { timeout: 45_000 }).toBe(1);
  expect(await dealsNamed(stack, 'Held and taken back')).toEqual([]);

  const next = await context.newPage();
  // What went on in the form is no deal that was left.
  await next.goto(`${stack.url}/submissions`);
  await expect(next.getByRole('heading', { level: 2, name: 'Held and let go' })).toHaveCount(1);
  await expect(next.getByRole('heading', { level: 2, name: 'Held and taken back' })).toHaveCount(0);
  await next.goto(`${stack.url}/preferences`);
  await ofOne(next).getByRole('radio', { name: 'None' }).check();
});

test('a deal that is taken back without a connection is, as soon as there is one and while there is time', async ({
  page,
  stack,
  context,
}) => {
  await signIn(page, stack);
  await wantHold(page, stack);
  await page.getByLabel('Deal name').fill('Taken back in a tunnel');
  await page.keyboard.press('Control+Enter');
  await expect(notice(page, held)).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert').filter({ hasText: 'No answer yet.' })).toBeVisible();
  await context.setOffline(false);
  await expect(notice(page, held)).toHaveCount(0);
  await expect(page.getByLabel('Deal name')).toBeEditable();
  await expect(page.getByLabel('Deal name')).toHaveValue('Taken back in a tunnel');
  expect(await dealsNamed(stack, 'Taken back in a tunnel')).toEqual([]);
  await page.goto(`${stack.url}/preferences`);
  await ofOne(page).getByRole('radio', { name: 'None' }).check();
});

test('a deal that was left while it was held, and is taken back from the list, is a draft again, or can be filled in anew elsewhere', {
  tag: '@states',
}, async ({ page, stack, browser }) => {
  test.slow();
  await signIn(page, stack);
  await wantHold(page, stack);
  await leaveHeld(page, 'Left and taken back here');
  await page.getByRole('button', { name: '1 to be sent' }).click();
  const toBeSent = page.getByRole('dialog', { name: 'To be sent' });
  await expect(toBeSent).toContainText(/Left and taken back here.*It goes to Attio in \d+ s/);
  await expectClean(page, 'held, and left');
  await toBeSent.getByRole('button', { name: 'Take it back' }).click();
  await expect(toBeSent).toBeHidden();
  await page.getByRole('button', { name: '1 draft' }).click();
  await page.getByRole('button', { name: 'Discard “Left and taken back here”' }).click();
  await page.getByRole('button', { name: 'Discard', exact: true }).click();

  await leaveHeld(page, 'Left and taken back');
  await page.goto(`${stack.url}/submissions`);
  await takeBack(page, 'Left and taken back');
  const back = notice(page, '“Left and taken back” is a draft again. Nothing was sent.');
  await expect(back).toBeFocused();
  await expectClean(page, 'taken back');
  await back.getByRole('link', { name: 'Go on with it' }).click();
  await expectAlive(page);
  await expect(page.getByLabel('Deal name')).toHaveValue('Left and taken back');

  // In the form of another tab it comes back there, once.
  await page.keyboard.press('Control+Enter');
  await expect(notice(page, held)).toBeVisible();
  const list = await page.context().newPage();
  await list.goto(`${stack.url}/submissions`);
  await takeBack(list, 'Left and taken back');
  await expect(notice(list, '“Left and taken back” is taken back. Nothing was sent.')).toContainText('the form of another tab');
  await list.close();
  await page.bringToFront();
  await expect(notice(page, held)).toHaveCount(0);
  await expect(page.getByLabel('Deal name')).toBeEditable();
  await expect(page.getByLabel('Deal name')).toHaveValue('Left and taken back');
  await expect(page.getByRole('button', { name: /^\d+ draft/ })).toHaveCount(0);

  await page.getByLabel('Deal name').fill('Left, taken back elsewhere');
  await page.keyboard.press('Control+Enter');
  await expect(notice(page, held)).toBeVisible();
  await page.getByRole('button', { name: 'Start another deal' }).click();
  const elsewhere = await browser.newContext({ locale: 'en-US' });
  const other = await elsewhere.newPage();
  await signIn(other, stack);
  await other.goto(`${stack.url}/submissions`);
  await takeBack(other, 'Left, taken back elsewhere');
  await notice(other, '“Left, taken back elsewhere” is taken back. Nothing was sent.')
    .getByRole('link', { name: 'Create another like this' })
    .click();
  await expect(other.getByLabel('Deal name')).toHaveValue('Left, taken back elsewhere');
  await elsewhere.close();
  // Where it was sent it is a draft again too.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByRole('button', { name: '1 draft' }).click();
  await expect(page.getByRole('dialog', { name: 'Drafts' })).toContainText('Left, taken back elsewhere');
  for (const name of ['Left and taken back here', 'Left and taken back', 'Left, taken back elsewhere'])
    expect(await dealsNamed(stack, name)).toEqual([]);
});

test('a deal that is held as its rep signs out goes out once, after they sign in again, as they are told before', async ({
  page,
  stack,
}) => {
  test.slow();
  // Nobody else signs in as him: another session of his would send it.
  await signIn(page, stack, 'Jonas Lindqvist');
  await wantHold(page, stack, '10 seconds');
  await page.getByLabel('Deal name').fill('Held at the sign-out');
  await page.keyboard.press('Control+Enter');
  await expect(notice(page, held)).toBeVisible();
  await page.locator('header summary').click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Sign out?' });
  await expect(question).toContainText('1 deal that you sent is not in Attio yet.');
  await expect(question).not.toContainText('in this browser only');
  await question.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Sign in with Attio' })).toBeVisible();
  // Longer than it is held.
  await page.waitForTimeout(12_000);
  expect(await dealsNamed(stack, 'Held at the sign-out')).toEqual([]);
  await signIn(page, stack, 'Jonas Lindqvist');
  await expect.poll(async () => (await dealsNamed(stack, 'Held at the sign-out')).length).toBe(1);
  await expect(page.getByLabel('Deal name')).toHaveValue('');
});
