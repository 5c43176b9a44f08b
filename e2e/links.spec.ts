import type { Page } from '@playwright/test';
import { expectClean } from './expect-clean.ts';
import { consent, dealsNamed, expect, type Stack, signIn, test } from './stack.ts';

/** The e-mail address of a person of the sandbox. */
async function addressOf(stack: Stack, full_name: string): Promise<string> {
  const { json } = await stack.attio('POST', '/v2/objects/people/records/query', { filter: { name: { full_name } } });
  return String(json.data[0]?.values['email_addresses']?.[0]?.['email_address']);
}

/** Opens the page of links from the form, by keyboard. */
async function openLinks(page: Page): Promise<void> {
  await page.getByRole('banner').locator('summary').press('Enter');
  await page.getByRole('link', { name: 'Links' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Links', level: 1 })).toBeVisible();
  await page.getByLabel('Deal name').focus();
}

/** Types into the field that has the focus, and takes what its list offers for it. */
async function take(page: Page, label: string, text: string): Promise<void> {
  await expect(page.getByRole('combobox', { name: label })).toBeFocused();
  await page.keyboard.type(text);
  await expect(page.getByRole('listbox', { name: label }).getByRole('option', { name: text }).first()).toBeVisible();
  await page.keyboard.press('Enter');
}

test('a link that was built by keyboard brings the same deal to a colleague in another language', async ({
  signedIn: page,
  stack,
  browser,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const [one, other] = [await addressOf(stack, 'Bo Li'), await addressOf(stack, 'Joana Reis')];
  const name = `Renewal, 50% & more; שלום 🎉 ${Date.now()}.`;
  await openLinks(page);
  await expect(page.getByText(`${stack.url}/new?company=acme.com`)).toBeVisible();

  await page.keyboard.press('Shift+Tab');
  await take(page, 'Associated company', 'Globex');
  await page.keyboard.press('Tab');
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type('48,000.50');
  await page.keyboard.press('Tab');
  await page.keyboard.type('In Pro');
  await page.keyboard.press('Tab');
  await take(page, 'Deal owner', 'Priya Nair');
  await page.keyboard.press('Tab');
  await take(page, 'Associated people', one);
  await take(page, 'Associated people', other);
  await page.getByRole('button', { name: 'Copy link' }).press('Enter');
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const [tried] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Try it' }).press('Enter'),
  ]);
  await expect(tried.getByLabel('Deal name')).toHaveValue(name);
  await tried.close();

  const context = await browser.newContext({ locale: 'de-DE' });
  const colleague = await context.newPage();
  await colleague.goto(link);
  await colleague.getByRole('link', { name: 'Mit Attio anmelden' }).click();
  await consent(colleague, 'Tomás Ferreira');
  await expect(colleague.getByLabel('Deal name')).toHaveValue(name);
  await expect(colleague.getByLabel('Deal value')).toHaveValue('48000,50');
  await expect(colleague.getByText('48.000,50 $')).toBeVisible();
  await expect(colleague.getByLabel('Deal stage')).toContainText('In Progress');
  for (const chosen of ['Globex', 'Priya Nair', 'Bo Li', 'Joana Reis']) {
    await expect(colleague.getByRole('button', { name: `${chosen} entfernen`, exact: true })).toBeVisible();
  }
  expect(await dealsNamed(stack, name)).toEqual([]);
  await colleague.keyboard.press('Control+Enter');
  await expect(colleague.getByRole('heading', { name: 'Deal angelegt' })).toBeVisible();
  const [deal, ...more] = await dealsNamed(stack, name);
  expect(more).toEqual([]);
  expect(deal?.values).toMatchObject({
    stage: [{ status: { title: 'In Progress' } }],
    value: [{ currency_value: 48_000.5 }],
    associated_company: [{}],
    associated_people: [{}, {}],
  });
  await context.close();
});

test('a bookmark takes company, name and people from the page on which it is clicked, and explains itself on its own', async ({
  signedIn: page,
  stack,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const address = await addressOf(stack, 'Bo Li');
  await openLinks(page);
  await page.getByLabel('Deal value').fill('1200');
  await page.getByLabel('Name of the bookmark').fill('Visit');
  await page.getByRole('link', { name: 'Visit from this page' }).press('Enter');
  await expect(page.getByText('This works on other websites.')).toBeVisible();
  await page.getByRole('button', { name: 'Copy bookmark' }).press('Enter');
  await expect(page.getByText('Bookmark copied')).toBeVisible();
  const bookmark = await page.evaluate(() => navigator.clipboard.readText());

  const site = await context.newPage();
  await site.route('http://www.globex.com/**', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<title>"');alert(1)//&amp;stage=Won</title><p id="sign">Follow-up "50% &amp; more" with Bo &lt;${address}&gt;</p><p>x</p>`,
    }),
  );
  await site.goto('http://www.globex.com/contact');
  for (const [selects, name] of [
    [false, `"');alert(1)//&stage=Won`],
    [true, 'Follow-up "50% & more" with Bo'],
  ] as const) {
    await site.evaluate((isSelected) => {
      const sign = document.querySelector('#sign');
      if (isSelected && sign) getSelection()?.selectAllChildren(sign);
    }, selects);
    const [form] = await Promise.all([
      context.waitForEvent('page'),
      // What the browser does with a bookmark of this kind.
      site.evaluate((to) => window.location.assign(to), bookmark),
    ]);
    await expect(form.getByLabel('Deal name')).toHaveValue(name);
    await expect(form.getByLabel('Deal value')).toHaveValue('1200');
    await expect(form.getByRole('button', { name: 'Remove Globex', exact: true })).toBeVisible();
    await expect(form.getByRole('button', { name: 'Remove Bo Li', exact: true })).toHaveCount(selects ? 1 : 0);
    expect(await form.evaluate(() => window.opener)).toBeNull();
    expect(await dealsNamed(stack, name)).toEqual([]);
    await form.close();
  }
  expect(site.url()).toBe('http://www.globex.com/contact');
});

for (const [colorScheme, width] of [
  ['light', 320],
  ['dark', 360],
  ['light', 1280],
] as const) {
  test(`axe finds nothing on the page of links, ${colorScheme} at ${width} px`, { tag: ['@states', '@looks'] }, async ({
    browser,
    stack,
  }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await signIn(page, stack);
    await page.goto(`${stack.url}/links`);
    await expect(page.getByText('Nothing is filled in yet.')).toBeVisible();
    await expectClean(page, 'no link');
    await page.getByText('More fields').click();
    await page.getByLabel('Deal name').fill('x'.repeat(2_100));
    await page.getByLabel('Deal value').fill('a lot');
    await page.getByLabel('Name of the bookmark').fill('W'.repeat(60));
    await page.getByRole('link', { name: 'from this page' }).click();
    await expect(page.getByRole('alert')).toContainText('more than 2,000');
    await expect(page.getByText('Not in the link: Deal value.')).toBeVisible();
    await expectClean(page, 'a long link');
    await page.getByLabel('Deal name').fill('x'.repeat(7_000));
    await expect(page.getByRole('alert')).toContainText('cannot be opened');
    await expectClean(page, 'a link that is too long');
    await context.close();
  });
}
