import { expectClean } from './expect-clean.ts';
import { layoutShift, watchLayoutShifts } from './layout-shifts.ts';
import { dealsNamed, expect, expectAlive, type Stack, signIn, test, write } from './stack.ts';

/** One attribute of each rarer type, and the defaults that a workspace may give. */
const attributes = [
  { title: 'Kick-off', api_slug: 'kick_off', type: 'timestamp' },
  { title: 'Fit', api_slug: 'fit', type: 'rating' },
  { title: 'Site', api_slug: 'site', type: 'location', description: 'Where it will be installed.' },
  { title: 'Web sites', api_slug: 'web_sites', type: 'domain', is_multiselect: true },
  { title: 'Invoices to', api_slug: 'invoices_to', type: 'email-address', is_multiselect: true },
  { title: 'Phones', api_slug: 'phones', type: 'phone-number', is_multiselect: true },
  { title: 'Direct line', api_slug: 'direct_line', type: 'phone-number' },
  { title: 'Follow up', api_slug: 'follow_up', type: 'date', default_value: { type: 'dynamic', template: 'P1W' } },
  {
    title: 'Reviewer',
    api_slug: 'reviewer',
    type: 'actor-reference',
    default_value: { type: 'dynamic', template: 'current-user' },
  },
  { title: 'Region', api_slug: 'region', type: 'select' },
];

/** Adds the attributes to the workspace's deals; the answer takes them away again. */
async function addAttributes(stack: Stack): Promise<() => Promise<void>> {
  const [path, mark] = ['/v2/objects/deals/attributes', Date.now().toString(36)];
  const slugs = attributes.map(({ api_slug }) => `${api_slug}_${mark}`);
  for (const [at, one] of attributes.entries()) {
    const data = { description: null, is_required: false, is_unique: false, is_multiselect: false, config: {}, ...one };
    await write(stack, 'POST', path, { ...data, api_slug: slugs[at] });
  }
  for (let at = 0; at < 60; at += 1) await write(stack, 'POST', `${path}/${slugs.at(-1)}/options`, { title: `Region ${at}` });
  return async () => {
    for (const slug of slugs) await write(stack, 'PATCH', `${path}/${slug}`, { is_archived: true });
  };
}

let remove: () => Promise<void>;
test.beforeEach(async ({ stack }) => {
  test.slow();
  remove = await addAttributes(stack);
});
test.afterEach(() => remove());

test('a deal with a field of every type is typed by keyboard and stored as it was meant', async ({ page, stack }) => {
  await signIn(page, stack);
  // A folded field has a default, so the fold is open.
  await page.getByLabel('Deal name').fill('Every type');
  await page.getByLabel('Expected close date').fill('30 nov 2026');
  await expect(page.getByText('Monday, November 30, 2026')).toBeVisible();
  await page.getByLabel('Kick-off').fill('30 nov 2026 2pm +01:00');
  await page.getByLabel('Fit').focus();
  await page.keyboard.press('ArrowDown');
  await page.getByLabel('Fit').selectOption('4');
  const site = page.getByRole('group', { name: 'Site' });
  await site.getByLabel('Street and number').fill('Rua Augusta 1');
  await site.getByLabel('Town').fill('Lisbon');
  await site.getByLabel('Country').fill('portugal');
  await page.getByLabel('Web sites').fill('https://acme.com/x acme.dev');
  await expect(page.getByText('2: acme.com and acme.dev')).toBeVisible();
  const invoices = page.getByLabel('Invoices to');
  await invoices.evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Bo@acme.com\nana@acme.com\n');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(invoices).toHaveValue('Bo@acme.com, ana@acme.com');
  await page.getByLabel('Phones').fill('(415) 555-2671, +44 20 7946 0958');
  await expect(page.getByText('2: +1 415 555 2671 and +44 20 7946 0958')).toBeVisible();
  const region = page.getByRole('combobox', { name: 'Region' });
  await region.pressSequentially('region 51');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Region 51' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();

  const [deal] = await dealsNamed(stack, 'Every type');
  const stored = (prefix: string) => Object.entries(deal?.values ?? {}).find(([slug]) => slug.startsWith(`${prefix}_`))?.[1];
  expect(stored('close')).toMatchObject([{ value: '2026-11-30' }]);
  expect(stored('kick_off')).toMatchObject([{ value: '2026-11-30T13:00:00.000000000Z' }]);
  expect(stored('fit')).toMatchObject([{ value: 4 }]);
  expect(stored('site')).toMatchObject([{ line_1: 'Rua Augusta 1', locality: 'Lisbon', country_code: 'PT', latitude: null }]);
  expect(stored('web_sites')).toMatchObject([{ domain: 'acme.com' }, { domain: 'acme.dev' }]);
  expect(stored('invoices_to')).toMatchObject([{ email_address: 'bo@acme.com' }, { email_address: 'ana@acme.com' }]);
  expect(stored('phones')).toMatchObject([{ phone_number: '+14155552671' }, { phone_number: '+442079460958' }]);
  expect(stored('follow_up')).toHaveLength(1);
  expect(stored('reviewer')).toHaveLength(1);
  expect(stored('region')).toMatchObject([{ option: { title: 'Region 51' } }]);
  expect(stored('direct_line')).toEqual([]);
  await expect(page.getByText('nothing stored')).toHaveCount(0);
});

test('the rarer inputs are drawn by the server: what is typed into them early stays, and nothing moves', async ({
  page,
  stack,
}) => {
  await signIn(page, stack);
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        shifts.push(entry.value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let plans = 0;
  await page.route('**/assets/*.js', async (route) => {
    if (route.request().url().includes('numbering-plans')) plans += 1;
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await page.getByLabel('Invoices to').fill('bo@acme.com');
  await page.getByRole('group', { name: 'Site' }).getByLabel('Town').fill('Lisbon');
  await page.getByLabel('Fit').selectOption('3');
  await page.getByLabel('Kick-off').fill('tomorrow 14:30');
  release();
  await expectAlive(page);
  // The echo is there only when the form has heard of it.
  await expect(page.getByText(/2:30\sPM/)).toBeVisible();
  await expect(page.getByLabel('Invoices to')).toHaveValue('bo@acme.com');
  await page.getByLabel('Deal name').fill('Early');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  await expect(page.getByText('Lisbon', { exact: true })).toBeVisible();
  // Nobody touched a telephone number.
  expect(plans).toBe(0);
});

test('nothing moves while a form of every type comes to life', async ({ page, stack }) => {
  await signIn(page, stack);
  await watchLayoutShifts(page);
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByLabel('Direct line').fill('(415) 555-2671');
  await expect(page.getByText('+1 415 555 2671')).toBeVisible();
  await page.getByLabel('Kick-off').fill('30 nov 2026 14:30');
  await expect(page.getByText(/Monday, November 30, 2026/)).toBeVisible();
  expect(await layoutShift(page)).toBeLessThan(0.01);
});

test('“More fields” stands as this person left it', async ({ page, stack, context }) => {
  await remove();
  remove = async () => {};
  await signIn(page, stack);
  const date = page.getByLabel('Expected close date');
  await expect(date).toBeHidden();
  await page.getByText('More fields').click();
  await expect(date).toBeVisible();
  // Drawn so by the server: no script has to run for it.
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload();
  await expect(date).toBeVisible();
  await page.unroute('**/assets/*.js');
  await page.reload();
  await expectAlive(page);
  await context.clearCookies({ name: 'dev-sid' });
  await signIn(page, stack, 'Priya Nair');
  await expect(date).toBeHidden();
  await context.clearCookies({ name: 'dev-sid' });
  await signIn(page, stack);
  await expect(date).toBeVisible();
  await page.getByText('More fields').click();
  await page.reload();
  await expect(date).toBeHidden();
});

for (const [colorScheme, width] of [
  ['light', 320],
  ['dark', 1280],
] as const) {
  test(`axe finds nothing in a form of every type, ${colorScheme} at ${width} px`, { tag: ['@states', '@looks'] }, async ({
    browser,
    stack,
  }) => {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 800 },
      reducedMotion: 'reduce',
      locale: 'en-US',
    });
    const page = await context.newPage();
    await signIn(page, stack);
    await expectClean(page, 'empty');
    await page.getByLabel('Deal name').fill('x');
    await page.getByLabel('Expected close date').fill('30/02');
    await expect(page.getByText(/is not a day of the calendar/)).toBeVisible();
    await page.getByLabel('Phones').fill('12');
    await page.getByLabel('Invoices to').fill('bo');
    await page.getByRole('group', { name: 'Site' }).getByLabel('Country').fill('Atlantis');
    await page.getByLabel('Kick-off').fill('fri');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('5 fields need a look.');
    await expect(page.getByLabel('Expected close date')).toBeFocused();
    await expectClean(page, 'errors');
    await page.getByRole('combobox', { name: 'Region' }).click();
    await expect(page.getByText('10 more.').first()).toBeVisible();
    await expectClean(page, 'a long list');
    await context.close();
  });
}
