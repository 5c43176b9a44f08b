import type { Page } from '@playwright/test';
import { expectClean } from './expect-clean.ts';
import { pasteAtFocus } from './several-deals.ts';
import { dealsNamed, expect, expectAlive, test } from './stack.ts';

const notice = (page: Page) => page.getByRole('group', { name: /^Filled in from what you pasted/ });

test('a line that is pasted into the untouched form fills it in, each field marked, and is sent as any deal', {
  tag: '@states',
}, async ({ signedIn: page, stack }) => {
  await expectAlive(page);
  await pasteAtFocus(page, 'Globex / Pasted renewal / Joana Reis <joana@globex.com> / 48k USD / in progress / end nov');
  await expect(notice(page)).toContainText('Deal name');
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove Joana Reis' })).toBeVisible();
  await expect(page.getByLabel('Deal name')).toHaveValue('Pasted renewal');
  await expect(page.getByText('$48,000.00')).toBeVisible();
  const undos = page.getByRole('button', { name: 'Undo', exact: true });
  await expect(undos).toHaveCount(6);
  expect(await dealsNamed(stack, 'Pasted renewal')).toEqual([]);
  await expectClean(page, 'filled in from a paste');

  await expect(undos.nth(2)).toHaveAccessibleDescription('Deal value');
  await undos.nth(2).click();
  await expect(page.getByLabel('Deal value')).toHaveValue('');
  await expect(undos).toHaveCount(5);
  await page.getByLabel('Deal value').fill('500');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  const [deal, ...others] = await dealsNamed(stack, 'Pasted renewal');
  expect(others).toEqual([]);
  expect(deal?.values).toMatchObject({
    value: [{ currency_value: 500 }],
    stage: [{ status: { title: 'In Progress' } }],
    associated_company: [{}],
    associated_people: [{}],
  });
});

test('a row with a header fills what is empty, by keyboard; what stood there, and what nobody understands, is told', {
  tag: '@states',
}, async ({ signedIn: page }) => {
  await expectAlive(page);
  await page.getByLabel('Deal name').fill('Mine');
  await page.getByRole('button', { name: 'Paste a deal' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Paste a deal' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await expectClean(page, 'the place to paste into');
  await page.keyboard.insertText('Deal name\tDeal value\tFavourite colour\nTheirs\t1,200.50\tgreen\nOther\t7\tred');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Deal value')).toHaveValue('1,200.50');
  await expect(page.getByLabel('Deal name')).toHaveValue('Mine');
  await expect(notice(page)).toContainText('Deal name was filled in already, so “Theirs” was left out.');
  await expect(notice(page)).toContainText('Favourite colour: green');
  await expect(notice(page)).toContainText('One more row was left out.');
  await page.getByRole('button', { name: 'Undo all' }).click();
  await expect(page.getByLabel('Deal value')).toHaveValue('');
  await expect(page.getByLabel('Deal name')).toHaveValue('Mine');
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
});

test('what means nothing is said in the dialog, and stays there', async ({ signedIn: page }) => {
  await expectAlive(page);
  await page.getByLabel('Deal name').fill('Mine');
  await page.getByRole('button', { name: 'Paste a deal' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste a deal' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.insertText('???');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toContainText('Nothing was filled in');
  await expect(dialog.getByRole('textbox')).toHaveValue('???');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Deal name')).toHaveValue('Mine');
});

test('what cannot be sent is not called filled in; marks and what was left last over a reload and a second paste', {
  tag: '@states',
}, async ({ signedIn: page, stack }) => {
  await expectAlive(page);
  const pasteDeal = async (text: string) => {
    await page.getByRole('button', { name: 'Paste a deal' }).press('Enter');
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await page.keyboard.insertText(text);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  await page.getByLabel('Deal name').fill('Mine');
  const rows = Array.from({ length: 14 }, (_, at) => `Row ${at}\t${at}\tred`).join('\n');
  await pasteDeal(`Deal name\tDeal value\tFavourite colour\nTheirs\t#REF!\tgreen\n${rows}`);
  const value = page.getByLabel('Deal value');
  await expect(value).toHaveValue('#REF!');
  await expect(value).toBeFocused();
  await expect(value).toHaveAccessibleDescription(/is not an amount/);
  await expect(notice(page)).toContainText('Deal value does not take “#REF!”.');
  await expect(notice(page)).not.toContainText('Filled in: Deal value');
  await expect(notice(page)).toContainText('14 more rows were left out.');
  await expect(notice(page).getByRole('listitem')).toHaveCount(12);
  await expect(notice(page).getByRole('listitem').last()).toHaveText('“Row 11 · 11 · red”');
  await expect(notice(page)).toContainText('And 2 more rows.');
  await expectClean(page, 'pasted and not all read');

  await pasteDeal('Deal stage\tFavourite shape\nIn Progress\tround');
  await expect(notice(page)).toContainText('Filled in: Deal stage.');
  await expect(notice(page)).toContainText('Favourite shape: round');
  await page.reload();
  await expect(notice(page)).toContainText('Filled in: Deal stage.');
  await expect(notice(page)).toContainText('Deal value does not take “#REF!”.');
  await expect(notice(page)).toContainText('Favourite colour: green');
  await expect(notice(page)).toContainText('Deal name was filled in already, so “Theirs” was left out.');
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(2);

  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(value).toHaveValue('');
  await value.fill('500');
  await expect(notice(page)).not.toContainText('#REF!');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  expect(await dealsNamed(stack, 'Mine')).toHaveLength(1);
});

test('an error that a paste has told goes as the field is mended', async ({ signedIn: page }) => {
  await expectAlive(page);
  await pasteAtFocus(page, 'Globex / Told at once / 48k EUR / in progress');
  const value = page.getByLabel('Deal value');
  await expect(value).toHaveAttribute('aria-invalid', 'true');
  await expect(notice(page)).toContainText('Deal value does not take “48k EUR”.');
  await value.fill('48k');
  await expect(value).not.toHaveAttribute('aria-invalid', 'true');
});

test('an undo leaves the focus in the field that it is about, and says what was put back', async ({ signedIn: page }) => {
  await expectAlive(page);
  await pasteAtFocus(page, 'Globex / Undone / 48k / in progress / end nov');
  const undoOf = (title: string) => page.getByRole('button', { name: 'Undo', exact: true, description: title });
  const value = page.getByLabel('Deal value');
  await expect(value).toHaveValue('48k');
  await undoOf('Deal value').press('Enter');
  await expect(value).toBeFocused();
  await expect(value).toHaveValue('');
  await expect(page.getByRole('status').filter({ hasText: 'Put back: Deal value.' })).toHaveCount(1);
  await page.keyboard.type('500');
  await expect(value).toHaveValue('500');

  const company = page.getByRole('combobox', { name: 'Associated company' });
  await undoOf('Associated company').click();
  await expect(company).toBeFocused();
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Undo all' }).press('Enter');
  await expect(page.getByLabel('Deal name')).toBeFocused();
  await expect(page.getByLabel('Deal name')).toHaveValue('');
  await expect(page.getByRole('status').filter({ hasText: /^Put back: Deal name, / })).toHaveCount(1);
  await expect(value).toHaveValue('500');
});

test('beside a pinned company a paste is read as ever, and a text of nobody’s is the name', async ({ signedIn: page }) => {
  await page.goto(`${new URL(page.url()).origin}/new?company=globex.com&name=To+be+pinned`);
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Keep Associated company for the next deal' }).click();
  await page.keyboard.press('n');
  const company = page.getByRole('combobox', { name: 'Associated company' });
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeVisible();
  await expect(company).toBeFocused();
  await pasteAtFocus(page, 'Pinned row\t5000\tIn Progress');
  await expect(page.getByLabel('Deal name')).toHaveValue('Pinned row');
  await expect(notice(page)).not.toContainText('left out');
  await page.getByRole('button', { name: 'Undo all' }).click();
  await company.focus();
  await pasteAtFocus(page, 'Initech / Over pins / 5k');
  await expect(page.getByLabel('Deal name')).toHaveValue('Over pins');
  await expect(notice(page)).toContainText('Associated company was filled in already, so “Initech” was left out.');
  await expect(company).toHaveValue('');
});

test('a name with marks in it stays whole in the name; lines that are no deal become one', async ({ signedIn: page }) => {
  await expectAlive(page);
  const name = page.getByLabel('Deal name');
  await name.focus();
  await pasteAtFocus(page, 'Q4 / Renewal / EMEA');
  await expect(name).toHaveValue('Q4 / Renewal / EMEA');
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
  await name.fill('');
  const company = page.getByRole('combobox', { name: 'Associated company' });
  await company.focus();
  await pasteAtFocus(page, 'Smith,\nJones & Partners');
  await expect(company).toHaveValue('Smith, Jones & Partners');
});

test('a text that was typed into the place to paste into, and not taken, is there after a reload', async ({ signedIn: page }) => {
  const open = async () => {
    await page.getByRole('button', { name: 'Paste a deal' }).click();
    return page.getByRole('dialog', { name: 'Paste a deal' }).getByRole('textbox');
  };
  await (await open()).fill('Globex / Typed and not taken / 48k');
  await page.reload();
  await expectAlive(page);
  const text = await open();
  await expect(text).toHaveValue('Globex / Typed and not taken / 48k');
  await text.press('Control+Enter');
  await expect(page.getByLabel('Deal name')).toHaveValue('Typed and not taken');
  await page.reload();
  // The buttons beside the title stand where they stay.
  await expect(page.getByRole('button', { name: 'Keep for later' })).toBeVisible();
  await expect(await open()).toHaveValue('');
});
