import { expect, signIn, test } from './stack.ts';

test('the people of the chosen company come first, without typing', async ({ signedIn: page }) => {
  const company = page.getByRole('combobox', { name: 'Associated company' });
  await company.fill('globex.com');
  await expect(page.getByRole('listbox', { name: 'Associated company' }).getByRole('option').first()).toContainText('Globex');
  await company.press('Enter');
  const people = page.getByRole('combobox', { name: 'Associated people' });
  await people.press('ArrowDown');
  const group = page.getByRole('group', { name: 'At Globex' });
  await expect(group.getByRole('option').first()).toContainText('@globex.com');
  await people.fill('joana');
  const first = page.getByRole('listbox', { name: 'Associated people' }).getByRole('option').first();
  await expect(first).toContainText('joana@globex.com · Head of Purchasing');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await expect(people).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '');
});

test('by mouse: open, pick, remove, pick again', async ({ signedIn: page }) => {
  const people = page.getByRole('combobox', { name: 'Associated people' });
  const options = page.getByRole('listbox', { name: 'Associated people' }).getByRole('option');
  await people.click();
  await expect(options.first()).toBeVisible();
  const name = (await options.first().locator('bdi').first().textContent()) ?? '';
  await options.first().click();
  await expect(page.getByRole('button', { name: `Remove ${name}` })).toBeVisible();
  await expect(options.filter({ hasText: name })).toHaveCount(0);
  await page.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(page.getByRole('button', { name: `Remove ${name}` })).toHaveCount(0);
  await expect(people).toBeFocused();
  await page.getByRole('heading', { name: 'New deal' }).click();
  await expect(options).toHaveCount(0);
});

test('by touch, on a phone', async ({ browser, stack }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    locale: 'en-US',
  });
  const page = await context.newPage();
  await signIn(page, stack);
  const company = page.getByRole('combobox', { name: 'Associated company' });
  await company.tap();
  await company.pressSequentially('init');
  await page.getByRole('option', { name: 'Initech' }).first().tap();
  await expect(page.getByRole('button', { name: 'Remove Initech' })).toBeVisible();
  for (const control of await page.locator('main').locator('input:not([type=checkbox]), select, button[type=submit]').all()) {
    if (!(await control.isVisible())) continue;
    const frame = await control.evaluate((element) => (element.closest('.control') ?? element).getBoundingClientRect().height);
    expect(frame).toBeGreaterThanOrEqual(44);
  }
  await page.getByLabel('Deal name').fill('By thumb');
  await page.getByRole('button', { name: 'Create deal' }).tap();
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  await context.close();
});

test('a fast typist never gets a stale first entry', async ({ signedIn: page }) => {
  const company = page.getByRole('combobox', { name: 'Associated company' });
  for (const name of ['Initech', 'Globex', 'Initech', 'Globex', 'Initech']) {
    await company.pressSequentially(name, { delay: 15 });
    const first = page.getByRole('listbox', { name: 'Associated company' }).getByRole('option').first();
    await expect(first).toBeVisible();
    await company.press('Enter');
    await expect(page.getByRole('button', { name: `Remove ${name}` })).toBeVisible();
  }
});

test('an owner is found by a typed e-mail address, and a stranger’s is told at the field', async ({ signedIn: page }) => {
  const owner = page.getByRole('combobox', { name: 'Deal owner' });
  await owner.press('Backspace');
  await owner.fill('stranger@example.com');
  await page.getByLabel('Deal name').fill('Whose?');
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect(owner).toHaveAccessibleDescription(/no active member/);
  await expect(owner).toHaveValue('stranger@example.com');
  await owner.fill('priya');
  await owner.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Priya Nair' })).toBeVisible();
  await owner.fill('marta');
  await expect(page.getByRole('listbox', { name: 'Deal owner' }).getByRole('option')).toHaveCount(0);
});

test('Tab goes through the whole form, past full lists, and loses no key', async ({ signedIn: page }) => {
  const company = page.getByRole('combobox', { name: 'Associated company' });
  await company.press('ArrowDown');
  await expect(page.getByRole('listbox', { name: 'Associated company' }).getByRole('option').nth(8)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  const focused: string[] = [];
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('Tab');
    focused.push(await page.evaluate(() => document.activeElement?.id ?? ''));
    if (focused.at(-1) === 'field-associated_people') {
      await expect(page.getByRole('listbox', { name: 'Associated people' }).getByRole('option').nth(8)).toBeVisible();
    }
  }
  expect(focused.slice(0, 5)).toEqual(['field-name', 'field-value', 'field-stage', 'field-owner', 'field-associated_people']);
  await expect(page.getByText('More fields')).toBeFocused();
});

test('a list that cannot be had says so, and invites nobody to make what may be there', async ({ signedIn: page }) => {
  await page.route('**/api/lookup/companies*', (route) => route.fulfill({ status: 502, body: 'bad gateway' }));
  await page.getByRole('combobox', { name: 'Associated company' }).fill('Globex');
  await expect(page.getByText('The list could not be loaded. Type again to retry.').first()).toBeVisible();
  await expect(page.getByRole('option', { name: /Create/ })).toHaveCount(0);
});

test('Enter pressed before the list has come picks what it brings', async ({ signedIn: page }) => {
  await page.getByRole('combobox', { name: 'Associated company' }).pressSequentially('Initech');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Initech' })).toBeVisible();
});

test('the arrow and Enter pressed before the list has come pick its first entry', async ({ signedIn: page }) => {
  const company = page.getByRole('combobox', { name: 'Associated company' });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/lookup/companies*', async (route) => {
    await held;
    await route.continue();
  });
  await company.press('ArrowDown');
  await expect(page.getByText('Searching…').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  release();
  await expect(page.getByRole('button', { name: /^Remove / }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'New deal' })).toBeVisible();
});

test('Tab pressed before the list has come picks what it brings, and goes on', async ({ signedIn: page }) => {
  await page.getByRole('combobox', { name: 'Associated company' }).pressSequentially('Initech');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Deal name')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Remove Initech' })).toBeVisible();
  await expect(page.getByLabel('Deal name')).toBeFocused();
  await expect(page.getByRole('listbox', { name: 'Associated company' })).toBeHidden();
});

test('the owner is found as “me”, and a list that was clicked leaves the button free', async ({ signedIn: page }) => {
  const owner = page.getByRole('combobox', { name: 'Deal owner' });
  await owner.fill('me');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Ana Kovač' })).toBeVisible();
  const people = page.getByRole('combobox', { name: 'Associated people' });
  await people.fill('Bo Li');
  await page.getByRole('listbox', { name: 'Associated people' }).getByRole('option', { name: 'Bo Li' }).first().click();
  await expect(page.getByRole('listbox', { name: 'Associated people' })).toBeHidden();
  await page.getByLabel('Deal name').fill('Clicked together');
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
});
