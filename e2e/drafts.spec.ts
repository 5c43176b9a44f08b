import type { Page } from '@playwright/test';
import { expectClean } from './expect-clean.ts';
import { dealsNamed, expect, expectAlive, pick, signIn, test } from './stack.ts';

const name = (page: Page) => page.getByLabel('Deal name');
const saved = (page: Page) => expect(page.getByText('Draft saved')).toBeVisible();
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Drafts' });

async function keep(page: Page, title: string): Promise<void> {
  await name(page).fill(title);
  await saved(page);
  await page.getByRole('button', { name: 'Keep for later' }).click();
  await expect(name(page)).toHaveValue('');
}

test('deals are kept for later, listed with names and ages, and gone on with, by keyboard', async ({ signedIn: page, stack }) => {
  await pick(page, 'Associated company', 'Globex');
  await keep(page, 'First of three');
  await keep(page, 'Second of three');
  await expect(page.getByRole('combobox', { name: 'Associated company' })).toBeFocused();
  await name(page).fill('Third of three');
  await saved(page);
  const list = page.getByRole('button', { name: '2 drafts' });
  await list.focus();
  await page.keyboard.press('Enter');
  const rows = dialog(page).getByRole('listitem');
  await expect(rows.first()).toContainText('Second of three');
  await expect(rows.nth(1)).toContainText('First of three');
  await expect(rows.nth(1)).toContainText(/now.*Globex/);
  await dialog(page).getByRole('button', { name: 'Go on with “First of three”' }).focus();
  await page.keyboard.press('Enter');
  await expect(name(page)).toHaveValue('First of three');
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '“First of three” is in the form.' })).toBeAttached();
  await expect(page.getByRole('button', { name: 'Keep for later' })).toBeVisible();
  await expect(list).toBeVisible();

  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  await page.keyboard.press('n');
  await list.click();
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Third of three');
  expect(await dealsNamed(stack, 'First of three')).toHaveLength(1);
  expect(await dealsNamed(stack, 'Third of three')).toHaveLength(0);
});

test('a draft is discarded only when that is meant', async ({ signedIn: page }) => {
  await keep(page, 'To be thrown away');
  await page.getByRole('button', { name: '1 draft', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Discard “To be thrown away”' }).click();
  await dialog(page).getByRole('button', { name: 'Keep it' }).click();
  await dialog(page).getByRole('button', { name: 'Discard “To be thrown away”' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Discard', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Associated company' })).toBeFocused();
  await page.reload();
  await expectAlive(page);
  await expect(name(page)).toHaveValue('');
  await expect(page.getByRole('button', { name: /^\d+ drafts?$/ })).toHaveCount(0);
});

test('after a reload the newest draft is in the form and the others are in the list, for nobody else', async ({
  signedIn: page,
  stack,
  context,
}) => {
  await keep(page, 'Older draft');
  await name(page).fill('Newer draft');
  await saved(page);
  await page.reload();
  await expect(name(page)).toHaveValue('Newer draft');
  await expect(page.getByRole('button', { name: '1 draft', exact: true })).toBeVisible();
  await context.clearCookies({ name: 'dev-sid' });
  await signIn(page, stack, 'Priya Nair');
  await expect(name(page)).toHaveValue('');
  await expect(page.getByRole('button', { name: /^\d+ drafts?$/ })).toHaveCount(0);
});

test('what was kept for later is opened from the list only, and then stays in the form as any other', async ({
  signedIn: page,
  context,
  stack,
}) => {
  await keep(page, 'Put aside');
  await page.reload();
  await expectAlive(page);
  const list = page.getByRole('button', { name: '1 draft', exact: true });
  await expect(list).toBeVisible();
  await expect(name(page)).toHaveValue('');
  await list.click();
  await dialog(page).getByRole('button', { name: 'Go on with “Put aside”' }).click();
  await expect(name(page)).toHaveValue('Put aside');
  await page.reload();
  await expect(name(page)).toHaveValue('Put aside');
  // Going on with another puts the one in the form aside, though it was written last.
  await page.getByRole('button', { name: 'Keep for later' }).click();
  await expect(name(page)).toHaveValue('');
  await name(page).fill('Written later');
  await saved(page);
  await list.click();
  await dialog(page).getByRole('button', { name: 'Go on with “Put aside”' }).click();
  await expect(name(page)).toHaveValue('Put aside');
  await page.close();
  const next = await context.newPage();
  await next.goto(stack.url);
  await expectAlive(next);
  await expect(name(next)).toHaveValue('Put aside');
});

test('a draft that another tab is at is shown, and left to it', async ({ signedIn: page, context, stack }) => {
  await name(page).fill('In the first tab');
  await saved(page);
  const other = await context.newPage();
  await other.goto(stack.url);
  await expectAlive(other);
  await expect(name(other)).toHaveValue('');
  await other.getByRole('button', { name: '1 draft', exact: true }).click();
  await dialog(other).getByRole('button', { name: 'Go on with “In the first tab”' }).click();
  await expect(dialog(other).getByRole('alert')).toHaveText('Open in another tab.');
  await dialog(other).getByRole('button', { name: 'Discard “In the first tab”' }).click();
  await dialog(other).getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(dialog(other).getByRole('alert')).toBeHidden();
  await expect(dialog(other).getByRole('alert')).toBeVisible();
  await expect(dialog(other).getByRole('listitem')).toHaveCount(1);
  await page.close();
  await dialog(other).getByRole('button', { name: 'Go on with “In the first tab”' }).click();
  await expect(name(other)).toHaveValue('In the first tab');
});

test('a word typed while a deal is put aside is not lost, and axe finds nothing in the list', { tag: '@states' }, async ({
  signedIn: page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await name(page).fill('x'.repeat(300));
  await saved(page);
  await page.getByRole('button', { name: 'Keep for later' }).click();
  await page.keyboard.type('Glob');
  await expect(page.getByRole('combobox', { name: 'Associated company' })).toHaveValue('Glob');
  await expectClean(page, 'one draft and another');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '1 draft', exact: true }).click();
  await expectClean(page, 'the list of drafts');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page, 'the list of drafts, dark');
});

test('signing out asks before it takes drafts away, and leaves nothing of them behind', { tag: '@states' }, async ({
  signedIn: page,
  context,
  stack,
}) => {
  await page.getByLabel('Deal name').fill('Left in the browser');
  await expect(page.getByText('Draft saved')).toBeVisible();
  const signOut = async () => {
    await page.locator('header summary').click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  };
  await signOut();
  const question = page.getByRole('dialog', { name: 'Sign out?' });
  await expect(question).toContainText('1 draft of yours is kept in this browser only.');
  await expectClean(page, 'asking before a sign-out');
  await question.getByRole('button', { name: 'Stay signed in' }).press('Enter');
  await expect(question).toBeHidden();
  await expect(page.getByLabel('Deal name')).toHaveValue('Left in the browser');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await question.getByRole('button', { name: 'Sign out and remove' }).click();
  await expect(question.getByRole('alert')).toContainText('you are still signed in, and nothing was removed');
  await context.setOffline(false);
  await question.getByRole('button', { name: 'Sign out and remove' }).click();
  await expect(page.getByRole('link', { name: 'Sign in with Attio' })).toBeVisible();
  await signIn(page, stack);
  await expectAlive(page);
  await expect(page.getByLabel('Deal name')).toHaveValue('');
  await page.getByLabel('Deal name').fill('Next');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await expect(page.getByRole('button', { name: /^\d+ draft/ })).toHaveCount(0);
});

test('two tabs that are reloaded at the same moment go on with their own drafts', async ({ signedIn: page, stack, context }) => {
  const other = await context.newPage();
  await other.goto(`${stack.url}/new`);
  await expectAlive(other);
  const tabs = [
    { tab: page, name: 'Draft of one tab' },
    { tab: other, name: 'Draft of the other tab' },
  ];
  for (const { tab, name } of tabs) {
    await tab.getByLabel('Deal name').fill(name);
    await expect(tab.getByText('Draft saved')).toBeVisible();
  }
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(tabs.map(({ tab }) => tab.reload()));
    for (const { tab, name } of tabs) await expect(tab.getByLabel('Deal name')).toHaveValue(name);
  }
});

test('a tab that is opened beside another never takes over what that lets go of a moment later', async ({
  signedIn: page,
  stack,
  context,
}) => {
  await name(page).fill('Renewal of the first tab');
  await saved(page);
  for (const ending of ['reloaded', 'closed']) {
    const other = await context.newPage();
    await other.goto(`${stack.url}/new`);
    await expectAlive(other);
    await name(other).fill(`Expansion beside ${ending}`);
    await saved(other);
    if (ending === 'reloaded') {
      await page.reload();
      await expect(name(page)).toHaveValue('Renewal of the first tab');
    } else await page.close();
    // Longer than a draft is waited for.
    await other.waitForTimeout(2_000);
    await expect(name(other)).toHaveValue(`Expansion beside ${ending}`);
    if (ending === 'reloaded') await other.close();
  }
});
