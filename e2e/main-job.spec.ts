import { dealsNamed, expect, signIn, test } from './stack.ts';

test('the example deal, by keyboard alone, is in the workspace and its web_url opens', async ({ page, stack, context }) => {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(stack.url);
  await page.keyboard.press('Enter');
  await expect(page.locator('select[name=workspace_member_id]')).toBeVisible();
  await page.locator('select[name=workspace_member_id]').focus();
  await page.keyboard.type('Ana');
  await page.locator('button[value=allow]').focus();
  await page.keyboard.press('Enter');

  const company = page.getByRole('combobox', { name: 'Associated company' });
  await expect(company).toBeFocused();
  await page.keyboard.type('company.com');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('company.com');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Contract with Fundstack');
  await page.keyboard.press('Tab');
  await page.keyboard.type('4200');
  await expect(page.getByText('$4,200.00')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type('in');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Deal owner' })).toBeFocused();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('person@company.com');
  await page.keyboard.press('Tab');
  await page.keyboard.type('person@');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('person@company.com');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  const open = page.getByRole('link', { name: 'Open in Attio' });
  await expect(open).toBeFocused();
  await expect(page.getByRole('definition').filter({ hasText: 'In Progress' })).toBeVisible();

  const [deal, ...others] = await dealsNamed(stack, 'Contract with Fundstack');
  expect(others).toEqual([]);
  expect(deal?.web_url).toBe(await open.getAttribute('href'));
  expect(deal?.values.value).toMatchObject([{ currency_value: 4200, currency_code: 'USD' }]);
  expect(deal?.values.stage).toMatchObject([{ status: { title: 'In Progress' } }]);
  expect(deal?.values.associated_people).toHaveLength(1);
  expect(deal?.values.associated_company).toHaveLength(1);

  const opened = context.waitForEvent('page');
  await page.keyboard.press('Enter');
  const record = await opened;
  await expect(record.getByRole('heading', { level: 1, name: 'Contract with Fundstack' })).toBeVisible();

  expect(complaints).toEqual([]);
  await page.bringToFront();
  await page.keyboard.press('n');
  await expect(company).toBeFocused();
  await expect(page.getByLabel('Deal name')).toHaveValue('');
});

test('typing a name and an amount is enough: stage and owner are there already', async ({ signedIn: page, stack }) => {
  await page.getByLabel('Deal name').fill('Two fields');
  await page.getByLabel('Deal value').fill('48k');
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  const [deal] = await dealsNamed(stack, 'Two fields');
  expect(deal?.values).toMatchObject({ stage: [{ status: { title: 'Lead' } }], value: [{ currency_value: 48_000 }] });
});

test('another member signs in as themselves', async ({ page, stack }) => {
  await signIn(page, stack, 'Priya Nair');
  await expect(page.getByRole('banner')).toContainText('Priya');
});

test('the keys are shown on ?, and nothing is sent from behind them', async ({ signedIn: page, stack }) => {
  await page.getByLabel('Deal name').fill('Behind the keys');
  await page.getByRole('heading', { name: 'New deal' }).click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  await expect(page).toHaveTitle('Deal created · Dealslip');
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
  expect(await dealsNamed(stack, 'Behind the keys')).toHaveLength(1);
});
