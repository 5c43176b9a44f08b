import type { Page } from '@playwright/test';
import { dealsNamed, expect, type Stack, signIn, test } from './stack.ts';
import { archiveCustom, archiveStages, control, makeGerman } from './workspaces.ts';

/** Three workspaces that differ as much as they can; a deal is entered in each with the keyboard alone. */

test.describe.configure({ mode: 'serial' });
test.afterEach(({ stack }) => control(stack, 'reset', {}));

/** The label of what has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const labels = element && 'labels' in element ? (element as HTMLInputElement).labels : null;
    return labels?.[0]?.textContent?.trim() ?? element?.textContent?.trim() ?? '';
  });

/** Goes on with Tab to the input of this label: further down the form, as a rep does. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused(page)) === label) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${label}`);
}

/** Types into a field that is a few Tabs away. */
async function enter(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(text);
}

/** Types for an entry of a list, and takes it once the list offers it. */
async function choose(page: Page, label: string, text: string): Promise<void> {
  await enter(page, label, text);
  const first = page.getByRole('listbox', { name: label }).getByRole('option').first();
  await expect(first).toContainText(text);
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
}

async function send(page: Page, stack: Stack, name: string) {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: /Deal created|Deal angelegt/ })).toBeVisible();
  const [deal, ...others] = await dealsNamed(stack, name);
  expect(others).toEqual([]);
  return (slug: string) => deal?.values[slug] ?? [];
}

test('a bare workspace, with nothing but what Attio brings', async ({ page, stack }) => {
  await archiveCustom(stack);
  await signIn(page, stack);
  await expect(page.getByText(/More fields/)).toHaveCount(0);
  await choose(page, 'Associated company', 'Globex');
  await enter(page, 'Deal name', 'Bare deal');
  await enter(page, 'Deal value', '48k');
  await enter(page, 'Deal stage', 'In');
  await choose(page, 'Associated people', 'Joana');
  const stored = await send(page, stack, 'Bare deal');
  expect(stored('value')).toMatchObject([{ currency_value: 48_000, currency_code: 'USD' }]);
  expect(stored('stage')).toMatchObject([{ status: { title: 'In Progress' } }]);
  expect(stored('associated_company')).toHaveLength(1);
  expect(stored('associated_people')).toHaveLength(1);
});

test.describe('in German', () => {
  test.use({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });

  test('a workspace in euros, with stages and attributes of its own', async ({ page, stack }) => {
    await makeGerman(stack);
    await signIn(page, stack);
    await choose(page, 'Associated company', 'Globex');
    await enter(page, 'Deal name', 'Großauftrag');
    await enter(page, 'Deal value', '1.234.567,89');
    await enter(page, 'Deal stage', 'Ver');
    await enter(page, 'Angebotsnummer', 'A-4711 <b>“eilt”</b>');
    await enter(page, 'Lizenzen', '1.250');
    await enter(page, 'Abschluss', '30.11.2027');
    await enter(page, 'Produkt', 'Prof');
    await enter(page, 'Jahresumsatz', '=1200*3');
    await choose(page, 'Technische Leitung', 'Priya');
    await tabTo(page, 'Weitere Felder (19)');
    await page.keyboard.press('Enter');
    await enter(page, 'Bemerkung', 'Erst nach Rücksprache 🎉');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('Dann sofort');
    await enter(page, 'Rabatt', '12,5');
    await enter(page, 'Rahmenvertrag', ' ');
    await enter(page, 'Einrichtung', '2,5k');
    await enter(page, 'Beginn', '1. März 2028');
    await enter(page, 'Termin', '30.11.2027 14:30');
    await enter(page, 'Zuversicht', '4');
    await choose(page, 'Quelle', 'Quelle 37');
    await choose(page, 'Module', 'Einkauf');
    await choose(page, 'Module', 'Lager');
    await choose(page, 'Partner', 'Initech');
    await choose(page, 'Entscheider', 'Joana');
    await choose(page, 'Vermittler', 'Initech');
    await choose(page, 'Beteiligte', 'Ana');
    await enter(page, 'Straße und Hausnummer', 'Lange Straße 5');
    await enter(page, 'Postleitzahl', '10115');
    await enter(page, 'Ort', 'Berlin');
    await enter(page, 'Land', 'Deutschland');
    await enter(page, 'Webseite', 'https://www.northwind.com/de');
    await enter(page, 'Rechnung an', 'Buchhaltung@Northwind.com');
    await enter(page, 'Verteiler', 'a@northwind.com, b@northwind.com');
    await enter(page, 'Telefon', '030 901820');
    await enter(page, 'Weitere Nummern', '+44 20 7946 0958, +1 415 555 2671');
    const stored = await send(page, stack, 'Großauftrag');

    expect(stored('value')).toMatchObject([{ currency_value: 1_234_567.89, currency_code: 'EUR' }]);
    expect(stored('stage')).toMatchObject([{ status: { title: 'Verhandlung' } }]);
    expect(stored('angebotsnummer')).toMatchObject([{ value: 'A-4711 <b>“eilt”</b>' }]);
    expect(stored('lizenzen')).toMatchObject([{ value: 1_250 }]);
    expect(stored('abschluss')).toMatchObject([{ value: '2027-11-30' }]);
    expect(stored('produkt')).toMatchObject([{ option: { title: 'Profi' } }]);
    expect(stored('jahresumsatz')).toMatchObject([{ currency_value: 3_600 }]);
    expect(stored('technische_leitung')).toHaveLength(1);
    expect(stored('bemerkung')).toMatchObject([{ value: 'Erst nach Rücksprache 🎉\nDann sofort' }]);
    expect(stored('rabatt')).toMatchObject([{ value: 12.5 }]);
    expect(stored('rahmenvertrag')).toMatchObject([{ value: true }]);
    expect(stored('einrichtung')).toMatchObject([{ currency_value: 2_500 }]);
    expect(stored('beginn')).toMatchObject([{ value: '2028-03-01' }]);
    expect(stored('termin')).toMatchObject([{ value: '2027-11-30T13:30:00.000000000Z' }]);
    expect(stored('zuversicht')).toMatchObject([{ value: 4 }]);
    expect(stored('quelle')).toMatchObject([{ option: { title: 'Quelle 37' } }]);
    expect(
      stored('module')
        .map(({ option }) => (option as { title: string }).title)
        .sort(),
    ).toEqual(['Einkauf', 'Lager']);
    expect(stored('partner')).toMatchObject([{ target_object: 'companies' }]);
    expect(stored('entscheider')).toMatchObject([{ target_object: 'people' }]);
    expect(stored('vermittler')).toMatchObject([{ target_object: 'companies' }]);
    expect(stored('beteiligte')).toHaveLength(1);
    expect(stored('standort')).toMatchObject([
      { line_1: 'Lange Straße 5', postcode: '10115', locality: 'Berlin', country_code: 'DE' },
    ]);
    expect(stored('webseite')).toMatchObject([{ root_domain: 'northwind.com' }]);
    expect(stored('rechnung_an')).toMatchObject([{ email_address: 'buchhaltung@northwind.com' }]);
    expect(stored('verteiler')).toHaveLength(2);
    expect(stored('telefon')).toMatchObject([{ phone_number: '+4930901820', country_code: 'DE' }]);
    expect(stored('weitere_nummern')).toHaveLength(2);
    await expect(page.getByText('gesendet als')).toHaveCount(0);
    // The moment is told on the rep's own clock.
    await expect(page.getByRole('definition').filter({ hasText: '14:30 MEZ' })).toBeVisible();
  });

  test('a required attribute of it that is missing is told at its field, and the focus goes there', async ({ page, stack }) => {
    await makeGerman(stack);
    await signIn(page, stack);
    await enter(page, 'Deal name', 'Unvollständig');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByLabel('Angebotsnummer')).toBeFocused();
    await expect(page.getByLabel('Angebotsnummer')).toHaveAccessibleDescription(/Angebotsnummer ist nötig/);
    expect(await dealsNamed(stack, 'Unvollständig')).toEqual([]);
  });
});

test('a workspace in which all is archived, suspended or switched off that can be', async ({ page, stack }) => {
  await archiveCustom(stack);
  await archiveStages(stack, 1);
  for (const email of ['tomas@northwind.com', 'priya@northwind.com', 'jonas@northwind.com']) {
    await control(stack, 'suspend', { email_address: email });
  }
  await signIn(page, stack);
  await enter(page, 'Deal name', 'What is left');
  await tabTo(page, 'Deal stage');
  // The one that is left, beside the word that asks for one.
  await expect(page.getByLabel('Deal stage').getByRole('option')).toHaveCount(2);
  const stored = await send(page, stack, 'What is left');
  expect(stored('stage')).toHaveLength(1);
  expect(stored('owner')).toHaveLength(1);

  await control(stack, 'object', { slug: 'deals', enabled: false });
  await page.goto(`${stack.url}/new`);
  await expect(page.getByText(/Deals are switched off in this workspace/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create deal' })).toHaveCount(0);
});
