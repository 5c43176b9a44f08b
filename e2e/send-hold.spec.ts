import { expectClean } from './expect-clean.ts';
import { dealsNamed, expect, notice, signIn, test } from './stack.ts';

const held = 'Sent. You can still take it back.';

test('a rep who wants it may take a sent deal back, with everything in the form; what is not taken back goes out, also from a closed page', {
  tag: '@states',
}, async ({ page, stack, context }) => {
  test.slow();
  await signIn(page, stack);
  await page.getByText('Ana', { exact: true }).click();
  await page.getByRole('link', { name: 'Preferences' }).click();
  await expect(page).toHaveTitle('Preferences · Dealslip');
  await expect(page.getByRole('radio', { name: 'None' })).toBeChecked();
  await page.getByRole('radio', { name: 'None' }).press('ArrowDown');
  await expect(page.getByRole('radio', { name: '5 seconds' })).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: '10 seconds' })).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: '30 seconds' })).toBeChecked();
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
  await next.getByRole('radio', { name: 'None' }).check();
});
