import { expectClean } from './expect-clean.ts';
import { countOf, createButton, pasteAtFocus, pasteRows, row, rows, wantBulkHold } from './several-deals.ts';
import { dealsNamed, expect, expectAlive, pick, signIn, test } from './stack.ts';

test('pasted rows become deals of their own: looked over, sent at once, taken back while there is time, and created once each', {
  tag: '@states',
}, async ({ signedIn: page, stack }) => {
  test.slow();
  await page.locator('header summary').click();
  await page.getByRole('link', { name: 'Several deals' }).click();
  await expect(page).toHaveTitle('Several deals · Dealslip');
  await expect(page.getByRole('textbox', { name: 'Paste rows' })).toBeFocused();
  await expectClean(page, 'several deals, none yet');
  await pasteAtFocus(
    page,
    [
      'Company\tDeal name\tAmount\tStage\tClose date\tColour',
      'globex.com\tRow one\t48k\tLead\t31 Dec 2026\tred',
      'Initech\tRow two\t12,500.50\tIn Progress\t\t',
      'Nobody Knows Ltd\tRow three\t5k\tLead\t\t',
      '\tRow four\tmany\t\t\t',
      'globex.com\tRow one\t9k\t\t\t',
    ].join('\n'),
  );
  await expect(rows(page)).toHaveCount(5);
  await expect(page.getByText('3 ready, 2 to look at')).toBeVisible();
  await expect(row(page, 'Row two')).toContainText('$12,500.50');
  await expect(rows(page).first()).toContainText('Not understood: “Colour: red”.');
  await expect(rows(page).first()).toContainText('December 31, 2026');
  await expect(rows(page).first()).toContainText('Looks like a deal in Attio');
  await expect(row(page, 'Row three')).toContainText('“Nobody Knows Ltd” is not chosen yet.');
  await expect(row(page, 'Row four')).toContainText('Deal value is not an amount.');
  await expect(rows(page).nth(4)).toContainText('Looks like row 1.');
  await expectClean(page, 'several deals, looked over');
  await rows(page).nth(4).getByRole('button', { name: 'Remove “Row one”' }).click();
  await expect(rows(page)).toHaveCount(4);
  await expect(
    rows(page)
      .nth(3)
      .getByRole('button', { name: /^Remove/ }),
  ).toBeFocused();
  expect(await countOf(stack, ['Row one', 'Row two'])).toEqual([0, 0]);

  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/They go to Attio in \d+ s/)).toBeVisible();
  await expect(row(page, 'Row one')).toContainText('Can be taken back');
  await expectClean(page, 'several deals, held');
  await page.keyboard.press('Escape');
  await expect(page.getByText('2 ready, 2 to look at')).toBeVisible();

  await createButton(page, 'Create 2 deals').click();
  await expect(row(page, 'Row two')).toContainText('Can be taken back');
  await row(page, 'Row two').getByRole('button', { name: 'Take “Row two” back' }).click();
  await expect(row(page, 'Row two')).toContainText('Ready');
  // A reload goes on where the page was.
  await page.reload();
  await expect(row(page, 'Row one')).toContainText('Created', { timeout: 30_000 });
  await expect(row(page, 'Row one').getByRole('link', { name: 'Open “Row one” in Attio' })).toHaveAttribute('href', /^http/);
  await expect(page.getByText('1 ready, 2 to look at, 1 created')).toBeVisible();
  await expectClean(page, 'several deals, some created');
  expect(await countOf(stack, ['Row one', 'Row two', 'Row three', 'Row four'])).toEqual([1, 0, 0, 0]);
  const [one] = await dealsNamed(stack, 'Row one');
  expect(one?.values).toMatchObject({ value: [{ currency_value: 48000 }], stage: [{ status: { title: 'Lead' } }] });

  await page.getByRole('button', { name: 'Clear what is settled' }).click();
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Remove what is not sent' }).click();
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(1)).toContainText('Row three');
});

test('a row that needs a look is mended in the form, by keyboard, and comes back ready; it stands among no drafts', async ({
  signedIn: page,
  stack,
}) => {
  await pasteRows(page, stack, 'Company\tDeal name\nNobody Knows Ltd\tMended row\nglobex.com\tOther row of the mended');
  await expect(page.getByText('1 to look at')).toBeVisible();
  await row(page, 'Mended row').getByRole('link', { name: 'Change “Mended row”' }).press('Enter');
  await expectAlive(page);
  await expect(page.getByLabel('Deal name')).toHaveValue('Mended row');
  await expect(page.getByRole('button', { name: /^\d+ draft/ })).toHaveCount(0);
  await expect(page.getByRole('group', { name: /^Filled in from what you pasted/ })).toContainText('“Nobody Knows Ltd”');
  await page.reload();
  await expect(page.getByLabel('Deal name')).toHaveValue('Mended row');
  await pick(page, 'Associated company', 'Initech');
  await page.getByLabel('Deal name').fill('Mended row, renamed');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.getByRole('link', { name: 'All rows' }).press('Enter');
  await expect(row(page, 'Mended row, renamed')).toContainText('Ready');
  await expect(row(page, 'Mended row, renamed')).toContainText('Initech');

  // One that is sent from the form is a row that is created.
  await row(page, 'Mended row, renamed').getByRole('link', { name: 'Change “Mended row, renamed”' }).click();
  await expectAlive(page);
  await expect(page.getByLabel('Deal name')).toHaveValue('Mended row, renamed');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Deal name')).toHaveValue('');
  await page.reload();
  await expectAlive(page);
  await expect(page.getByLabel('Deal name')).toHaveValue('');
  await page.goto(`${stack.url}/bulk`);
  await expect(row(page, 'Mended row, renamed')).toContainText('Created');
  expect(await countOf(stack, ['Mended row', 'Mended row, renamed'])).toEqual([0, 1]);
});

test('companies and people that Attio lacks are entered as new from their domains and addresses, and made once with the deals', async ({
  signedIn: page,
  stack,
}) => {
  await wantBulkHold(page, stack, 'None');
  await pasteRows(
    page,
    stack,
    'Company\tContact\tDeal name\nnewco-rows.io\tNia Newman <nia@newco-rows.io>\tNew in rows one\nnewco-rows.io\t\tNew in rows two\nNobody Knows Ltd\t\tNew in rows three',
  );
  await expect(page.getByText('3 to look at')).toBeVisible();
  await page.getByRole('button', { name: 'Enter 2 unknown companies and people as new' }).click();
  await expect(page.getByText('2 ready, 1 to look at')).toBeVisible();
  await expect(row(page, 'New in rows one')).toContainText('Newco Rows (new)');
  await expect(row(page, 'New in rows one')).toContainText('Nia Newman (new)');
  await expect(page.getByRole('button', { name: /as new$/ })).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 to look at, 2 created')).toBeVisible({ timeout: 30_000 });
  expect(await countOf(stack, ['New in rows one', 'New in rows two', 'New in rows three'])).toEqual([1, 1, 0]);
  const ofDomain = { filter: { domains: 'newco-rows.io' } };
  const { json } = await stack.attio('POST', '/v2/objects/companies/records/query', ofDomain);
  expect(json.data.map(({ values }) => values['name']?.[0]?.['value'])).toEqual(['Newco Rows']);
  await wantBulkHold(page, stack, '10 seconds');
});

test('a row that stands in the form of another tab is not sent over it', async ({ signedIn: page, stack, context }) => {
  await pasteRows(page, stack, 'Company\tDeal name\nglobex.com\tRow open elsewhere\nglobex.com\tRow open nowhere');
  await expect(createButton(page, 'Create 2 deals')).toBeVisible();
  const other = await context.newPage();
  const href = await row(page, 'Row open elsewhere').getByRole('link').getAttribute('href');
  await other.goto(stack.url + href);
  await expect(other.getByLabel('Deal name')).toHaveValue('Row open elsewhere');
  await page.bringToFront();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('One row stands open in another tab')).toBeVisible();
  await expect(row(page, 'Row open nowhere')).toContainText('Created', { timeout: 30_000 });
  await expect(row(page, 'Row open elsewhere')).toContainText('Ready');
  expect(await countOf(stack, ['Row open elsewhere', 'Row open nowhere'])).toEqual([0, 1]);
});

test('rows that were sent without a connection wait, can be taken back, and go out once when there is one', async ({
  signedIn: page,
  stack,
  context,
}) => {
  test.slow();
  await wantBulkHold(page, stack, 'None');
  await pasteRows(page, stack, 'Company\tDeal name\nglobex.com\tRow in a tunnel\nglobex.com\tRow out of a tunnel');
  await expect(createButton(page, 'Create 2 deals')).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.press('Control+Enter');
  await expect(row(page, 'Row in a tunnel')).toContainText('Waits for a connection');
  await row(page, 'Row out of a tunnel').getByRole('button', { name: 'Take “Row out of a tunnel” back' }).click();
  await expect(row(page, 'Row out of a tunnel')).toContainText('Ready');
  await context.setOffline(false);
  await expect(row(page, 'Row in a tunnel')).toContainText('Created', { timeout: 30_000 });
  expect(await countOf(stack, ['Row in a tunnel', 'Row out of a tunnel'])).toEqual([1, 0]);
  await wantBulkHold(page, stack, '10 seconds');
});

test('eighty rows survive a reload while they are read and a closed page while they go out, and each is created once', async ({
  page,
  stack,
  context,
}) => {
  test.setTimeout(180_000);
  await signIn(page, stack, 'Tomás Ferreira');
  const names = Array.from({ length: 80 }, (_, at) => `Row of eighty ${String(at + 1).padStart(2, '0')}`);
  await pasteRows(page, stack, ['Deal name\tAmount', ...names.map((name, at) => `${name}\t${at + 1}00`)].join('\n'));
  await expect(rows(page).first()).toBeVisible();
  await page.reload();
  await expect(createButton(page, 'Create 80 deals')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Control+Enter');
  await expect(rows(page).filter({ hasText: 'Can be taken back' }).first()).toBeVisible();
  await page.close();
  const next = await context.newPage();
  await next.goto(`${stack.url}/bulk`);
  await expect(next.getByText('80 created')).toBeVisible({ timeout: 120_000 });
  await expect(rows(next).nth(79)).toContainText('Row of eighty 80');
  const counts = await countOf(stack, names);
  expect(counts.filter((count) => count !== 1)).toEqual([]);
  await next.getByRole('button', { name: 'Clear what is settled' }).click();
  await expect(rows(next)).toHaveCount(0);
});

test('further rows of a text that was pasted into the form are entered on the page of several deals', async ({
  signedIn: page,
  stack,
}) => {
  await pasteAtFocus(
    page,
    'Company\tDeal name\tAmount\nglobex.com\tFirst of the pasted\t1k\nglobex.com\tSecond of the pasted\t2k\nInitech\tThird of the pasted\t3k',
  );
  await expect(page.getByLabel('Deal name')).toHaveValue('First of the pasted');
  await page.getByRole('button', { name: 'Enter those 2 rows too' }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, 'Second of the pasted')).toContainText('$2,000.00');
  await expect(row(page, 'Third of the pasted')).toContainText('Initech');
  await page.goto(`${stack.url}/new`);
  await expectAlive(page);
  await expect(page.getByLabel('Deal name')).toHaveValue('First of the pasted');
});
