import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { expectClean } from './expect-clean.ts';
import { dealsNamed, expect, type Stack, test } from './stack.ts';

/** A browser of that language, and what it complains of. */
async function open(browser: Browser, options: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

/** Signs in by keyboard, and waits until the form has come to life. */
async function enter(page: Page, stack: Stack, words: { newDeal: string; create: string }): Promise<void> {
  await page.goto(stack.url);
  await page.keyboard.press('Enter');
  await page.locator('select[name=workspace_member_id]').focus();
  await page.keyboard.type('Ana');
  await page.locator('button[value=allow]').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: words.newDeal })).toBeVisible();
  await expect(page.getByRole('button', { name: words.create })).toBeEnabled();
}

const german = { newDeal: 'Neuer Deal', create: 'Deal anlegen' };
const arabic = { newDeal: 'صفقة جديدة', create: 'إنشاء الصفقة' };
const english = { newDeal: 'New deal', create: 'Create deal' };

test('a German browser enters a deal by keyboard alone, with its own numbers, dates and words', async ({ browser, stack }) => {
  const { page, complaints } = await open(browser, { locale: 'de-DE' });
  await enter(page, stack, german);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page).toHaveTitle('Neuer Deal · Dealslip');
  await expect(page.getByPlaceholder('Suche nach Name oder Domain')).toBeFocused();

  // Nothing is filled in: what is needed is told at its field.
  await page.keyboard.press('Control+Enter');
  const name = page.getByLabel('Deal name');
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription('Deal name ist nötig, um den Deal anzulegen.');
  await expect(page.getByText('Ein Feld muss geprüft werden. Nichts wurde gesendet.')).toBeVisible();

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('Globex');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Globex');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Vertrag über Größe');
  await page.keyboard.press('Tab');
  await page.keyboard.type('48.000,50');
  await expect(page.getByText('48.000,50\u00a0$')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type('in');
  const more = page.getByText('Weitere Felder');
  await more.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Expected close date')).toBeFocused();
  await page.keyboard.type('30. dez');
  await expect(page.getByText(/(tag|woch), 30\. Dezember/)).toBeVisible();
  await page.keyboard.press('Control+Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Deal angelegt' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'In Attio öffnen' })).toBeFocused();
  await expect(page.getByRole('definition').filter({ hasText: '48.000,50\u00a0$' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: /30\. Dezember/ })).toBeVisible();
  const [deal, ...others] = await dealsNamed(stack, 'Vertrag über Größe');
  expect(others).toEqual([]);
  expect(deal?.values).toMatchObject({
    value: [{ currency_value: 48_000.5 }],
    stage: [{ status: { title: 'In Progress' } }],
    close_date: [{ value: expect.stringMatching(/-12-30$/) }],
  });

  await page.getByRole('link', { name: 'Meine Deals' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Meine Deals' })).toBeVisible();
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Vertrag über Größe' });
  await expect(row).toContainText('Angelegt');
  await expect(row.getByRole('button', { name: 'Details' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a German pastes a row with German columns, amount and date', async ({ browser, stack }) => {
  const { page } = await open(browser, { locale: 'de-DE' });
  await enter(page, stack, german);
  await page.getByRole('button', { name: 'Deal einfügen' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.insertText(
    'Firma\tDealname\tWert (USD)\tPhase\tAbschluss\tFarbe\nGlobex\tEingefügt\t12.500\tIn Progress\tEnde Dez\tgrün',
  );
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('group', { name: /eingefügten Text/ })).toContainText('Farbe: grün');
  await expect(page.getByText('12.500,00\u00a0$')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Deal angelegt' })).toBeVisible();
  const [deal] = await dealsNamed(stack, 'Eingefügt');
  expect(deal?.values).toMatchObject({
    value: [{ currency_value: 12_500 }],
    stage: [{ status: { title: 'In Progress' } }],
    close_date: [{ value: expect.stringMatching(/-12-31$/) }],
    associated_company: [{}],
  });
});

test('a value that does not hold is told in German at its field', async ({ browser, stack }) => {
  const { page } = await open(browser, { locale: 'de-DE' });
  await enter(page, stack, german);
  await page.getByLabel('Deal name').fill('Zweideutig');
  await page.getByLabel('Deal value').fill('viel');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('Deal value')).toHaveAccessibleDescription(
    /ist kein Betrag\. Etwa so eingeben: 1200, 1200,50 oder 48k\./,
  );
});

for (const [colorScheme, width] of [
  ['light', 320],
  ['light', 360],
  ['dark', 1280],
] as const) {
  test(`an Arabic page runs from right to left and is clean, ${colorScheme} at ${width} px`, {
    tag: ['@states', '@looks'],
  }, async ({ browser, stack }) => {
    test.slow();
    const { page, complaints } = await open(browser, { locale: 'ar', colorScheme, viewport: { width, height: 800 } });
    await page.goto(stack.url);
    await expectClean(page, 'sign-in');
    await enter(page, stack, arabic);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    await page.keyboard.type('Globex');
    const option = page.getByRole('listbox').getByRole('option').first();
    await expect(option).toContainText('Globex');
    await expectClean(page, 'open picker');
    await page.keyboard.press('Enter');
    // The chip stands at the right: the key that leads back is the one to the right.
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('button', { name: /Globex/ }).first()).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Tab');
    const name = `عقد ${width} ${colorScheme}`;
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.type('48k');
    await expect(page.getByText('48,000.00 US$').first()).toBeVisible();
    await page.getByText('حقول أخرى').click();
    await page.getByLabel('Expected close date').fill('الجمعة');
    await expect(page.getByText(/الجمعة، /)).toBeVisible();
    await expectClean(page, 'filled form');
    await page.getByLabel('Deal value').fill('كثير');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByLabel('Deal value')).toHaveAccessibleDescription(/ليس مبلغًا/);
    await expectClean(page, 'errors');
    await page.getByLabel('Deal value').fill('48k');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'أُنشئت الصفقة' })).toBeVisible();
    await expectClean(page, 'receipt');
    expect(await dealsNamed(stack, name)).toHaveLength(1);
    for (const path of ['/submissions', '/bulk', '/setup', '/links', '/preferences']) {
      await page.goto(stack.url + path, { waitUntil: 'networkidle' });
      await expectClean(page, path);
    }
    expect(complaints).toEqual([]);
  });
}

test('the language is a preference: it takes effect at once, lasts over a sign-in, and loses no draft', async ({
  browser,
  stack,
}) => {
  const { page } = await open(browser, { locale: 'en-US' });
  await enter(page, stack, english);
  await page.getByLabel('Deal name').fill('Kept over languages');
  await page.getByLabel('Deal value').fill('1,200');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.goto(`${stack.url}/preferences`);
  await expect(page.getByRole('radio', { name: 'As the browser says' })).toBeChecked();
  await page.getByRole('radio', { name: 'Deutsch' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeChecked();

  await page.goto(`${stack.url}/new`);
  await expect(page.getByRole('heading', { level: 1, name: 'Neuer Deal' })).toBeVisible();
  await expect(page.getByLabel('Deal name')).toHaveValue('Kept over languages');
  await expect(page.getByLabel('Deal value')).toHaveValue('1200');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Neuer Deal' })).toBeVisible();

  await page.locator('header summary').click();
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Angemeldet bleiben' }).click();
  await page.context().clearCookies({ name: 'dev-sid' });
  await page.goto(stack.url);
  await expect(page.getByRole('link', { name: 'Mit Attio anmelden' })).toBeVisible();
  await enter(page, stack, german);
  await expect(page.getByLabel('Deal name')).toHaveValue('Kept over languages');

  await page.goto(`${stack.url}/preferences`);
  await page.getByRole('radio', { name: 'العربية' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'التفضيلات' })).toBeVisible();
  await page.getByRole('radio', { name: 'كما في المتصفح' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Preferences' })).toBeVisible();
});

test('a deal that was sent in English is told in German and in Arabic when it is looked at so later', async ({
  browser,
  stack,
}) => {
  const { page, complaints } = await open(browser, { locale: 'en-US' });
  await enter(page, stack, english);
  const name = 'Read again in other languages';
  await page.getByLabel('Deal name').fill(name);
  await page.getByLabel('Deal value').fill('1,234.50');
  await page.getByText('More fields').click();
  await page.getByLabel('Expected close date').fill('2026-12-31');
  await page.getByLabel('Seats').fill('1,200.5');
  await page.getByLabel('Needs legal review').check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Deal created' })).toBeVisible();
  /** What stands beside each of the receipt's titles. */
  const told = async (...words: string[]) => {
    const titles = ['Deal name', 'Deal value', 'Expected close date', 'Seats', 'Needs legal review'];
    for (const [at, title] of titles.entries()) {
      const line = page.locator('dl > div').filter({ has: page.getByRole('term').filter({ hasText: title }) });
      await expect(line.getByRole('definition').locator('bdi')).toHaveText(words[at] ?? '');
    }
  };
  await told(name, '$1,234.50', 'December 31, 2026', '1,200.5', 'Yes');

  for (const [choice, preferences, ...words] of [
    ['Deutsch', 'Einstellungen', '1.234,50 $', '31. Dezember 2026', '1.200,5', 'Ja'],
    ['العربية', 'التفضيلات', '\u20661,234.50 US$\u2069', '31 ديسمبر 2026', '1,200.5', 'نعم'],
  ] as const) {
    await page.goto(`${stack.url}/preferences`);
    await page.getByRole('radio', { name: choice }).click();
    await expect(page.getByRole('heading', { level: 1, name: preferences })).toBeVisible();
    await page.goto(`${stack.url}/submissions`);
    const row = page.getByRole('main').getByRole('listitem').filter({ hasText: name });
    await row.getByRole('button', { name: /Details|التفاصيل/ }).press('Enter');
    await told(name, ...words);
    await expectClean(page, `a receipt again, ${choice}`);
  }
  expect(complaints).toEqual([]);
});

test('what was typed in one language means the same in another, in the form and out of the list of drafts', async ({
  browser,
  stack,
}) => {
  const { page } = await open(browser, { locale: 'en-US' });
  await enter(page, stack, english);
  const closeDate = page.getByLabel('Expected close date');
  const type = async (name: string) => {
    await page.getByLabel('Deal name').fill(name);
    await closeDate.fill('03/04/2027');
    await expect(page.getByText('March 4, 2027')).toBeVisible();
    await expect(page.getByText('Draft saved')).toBeVisible();
  };
  await page.getByText('More fields').click();
  await type('Kept for later');
  await page.getByRole('button', { name: 'Keep for later' }).click();
  await expect(page.getByRole('button', { name: '1 draft' })).toBeVisible();
  await expect(closeDate).toHaveValue('');
  await type('Typed in English');
  await page.goto(`${stack.url}/preferences`);
  await page.getByRole('radio', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();

  const isSent = async (name: string) => {
    await expect(page.getByLabel('Deal name')).toHaveValue(name);
    await expect(closeDate).toHaveValue('2027-03-04');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Deal angelegt' })).toBeVisible();
    const [deal, ...others] = await dealsNamed(stack, name);
    expect(others).toEqual([]);
    expect(deal?.values).toMatchObject({ close_date: [{ value: '2027-03-04' }] });
  };
  await page.goto(`${stack.url}/new`);
  // An edit keeps the draft anew, in German: that changes nothing either.
  await page.getByLabel('Deal value').fill('48k');
  await expect(page.getByText('Entwurf gespeichert')).toBeVisible();
  await page.reload();
  await isSent('Typed in English');
  await page.goto(`${stack.url}/new`);
  await page.getByLabel('Deal name').press('x');
  await page.getByRole('button', { name: '1 Entwurf' }).click();
  await page
    .getByRole('button', { name: /Kept for later/ })
    .first()
    .click();
  await isSent('Kept for later');
});

test('without a connection the page speaks the language that was chosen last, though it was not opened in it', async ({
  browser,
  stack,
}) => {
  const { page } = await open(browser, { locale: 'en-US' });
  await enter(page, stack, english);
  const kept = () => page.evaluate(async () => (await caches.match('/new', { cacheName: 'pages' }))?.text() ?? '');
  await expect.poll(kept).toContain('<html lang="en"');
  await page.goto(`${stack.url}/preferences`);
  await page.getByRole('radio', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();
  await expect.poll(kept).toContain('<html lang="de"');
  await page.context().setOffline(true);
  await page.goto(`${stack.url}/new`);
  await expect(page.getByRole('heading', { level: 1, name: 'Neuer Deal' })).toBeVisible();
  await expect(page.getByText('Offline.')).toBeVisible();
  await page.getByLabel('Deal name').fill('Ohne Netz');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Keine Verbindung' })).toBeVisible();
});

test('the first script speaks no language, and another is fetched only when it is spoken', async ({ browser, stack }) => {
  const { page } = await open(browser, { locale: 'de-DE', serviceWorkers: 'block' });
  await enter(page, stack, german);
  const scripts: string[] = [];
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') scripts.push(await response.text().catch(() => ''));
  });
  await page.reload({ waitUntil: 'networkidle' });
  await page.keyboard.type('x');
  await expect.poll(() => scripts.some((text) => text.includes('Deal angelegt'))).toBe(true);
  expect(scripts.filter((text) => text.includes('Deal created') || text.includes('Create deal'))).toEqual([]);
});

/** The buttons beside the heading whose middle is another's, or that are too low to be hit. */
const unhittable = (page: Page) =>
  page.locator('main :has(> h1) button').evaluateAll((buttons) =>
    buttons
      .filter((button) => button.checkVisibility())
      .filter((button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        return height < 24 || document.elementFromPoint(left + width / 2, top + height / 2) !== button;
      })
      .map((button) => button.textContent),
  );

for (const [locale, words, laid] of [
  ['en-US', english, { later: 'Keep for later', draft: '1 draft', another: 'Start another deal', sent: '1 to be sent' }],
  ['de-DE', german, { later: 'Für später', draft: '1 Entwurf', another: 'Weiteren Deal beginnen', sent: '1 noch zu senden' }],
  ['ar', arabic, { later: 'الاحتفاظ لوقت لاحق', draft: 'مسودة واحدة', another: 'بدء صفقة أخرى', sent: 'صفقة بانتظار الإرسال' }],
] as const) {
  test(`what stands beside the heading does not lie over one another at 320 px, ${locale}`, {
    tag: ['@states', '@looks'],
  }, async ({ browser, stack }) => {
    const { page } = await open(browser, { locale, viewport: { width: 320, height: 800 } });
    await enter(page, stack, words);
    await page.getByLabel('Deal name').fill('For later');
    await page.getByRole('button', { name: laid.later }).click();
    await expect(page.getByRole('button', { name: laid.draft })).toBeVisible();
    await page.context().setOffline(true);
    await page.getByLabel('Deal name').fill('Without a connection');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: laid.another }).click();
    await page.getByLabel('Deal name').fill('The next');
    await expect(page.getByRole('button', { name: laid.sent })).toBeVisible();
    await expect(page.getByRole('button', { name: laid.later })).toBeVisible();
    await page.evaluate(() => scrollTo(0, 0));
    expect(await unhittable(page)).toEqual([]);
    await expectClean(page, 'everything beside the heading');
    await page.context().setOffline(false);
    await page.goto(`${stack.url}/submissions`, { waitUntil: 'networkidle' });
    await expectClean(page, 'my deals with a filter');
  });
}
