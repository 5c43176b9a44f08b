import { expectClean } from './expect-clean.ts';
import { countOf, createButton, pasteAtFocus, pasteRows, row, rows, wantBulkHold } from './several-deals.ts';
import { dealsNamed, expect, expectAlive, signIn, test, write } from './stack.ts';

test('what a field does not take is never replaced in silence: the row waits until somebody has seen to it', async ({
  signedIn: page,
  stack,
}) => {
  await wantBulkHold(page, stack, 'None');
  await pasteRows(
    page,
    stack,
    'Company\tDeal name\tStage\tOwner\tClose date\nglobex.com\tUnheard stage\tUnheard of\t\t\nglobex.com\tUnheard owner\tLead\tNobody\tTBD\nglobex.com\tAll heard of\tWon\tTomás Ferreira\t',
  );
  await expect(page.getByText('1 ready, 2 to look at')).toBeVisible();
  await expect(row(page, 'Unheard stage')).toContainText('Deal stage: “Unheard of” is not understood.');
  await expect(row(page, 'Unheard owner')).toContainText('Deal owner: “Nobody” is not understood.');
  const change = async (name: string, work: () => Promise<unknown>) => {
    await row(page, name)
      .getByRole('link', { name: `Change “${name}”` })
      .click();
    await expectAlive(page);
    await expect(page.getByLabel('Deal name')).toHaveValue(name);
    await work();
    await expect(page.getByText('Draft saved')).toBeVisible();
    await page.getByRole('link', { name: 'All rows' }).click();
  };
  await change('Unheard stage', () => page.getByLabel('Deal name').fill('Unheard stage, renamed'));
  // What is about another field has not seen to it.
  await expect(row(page, 'Unheard stage, renamed')).toContainText('Deal stage: “Unheard of” is not understood.');
  await change('Unheard stage, renamed', () => page.getByLabel('Deal stage').selectOption('In Progress'));
  await expect(page.getByText('2 ready, 1 to look at')).toBeVisible();
  await page.getByRole('button', { name: 'Leave out what is not understood in one row' }).click();
  await expect(page.getByText('3 ready')).toBeVisible();
  await expect(row(page, 'Unheard owner')).toContainText('Not understood: “Deal owner: Nobody” and “Expected close date: TBD”.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('3 created')).toBeVisible({ timeout: 30_000 });
  const [won] = await dealsNamed(stack, 'All heard of');
  expect(won?.values).toMatchObject({ stage: [{ status: { title: 'Won 🎉' } }] });
  await wantBulkHold(page, stack, '10 seconds');
});

test.describe('what the page asks is', () => {
  test.use({ serviceWorkers: 'block' });

  test('waited for: rows whose companies cannot be looked for are read as soon as they can be, and further pastes queue', async ({
    signedIn: page,
    stack,
    context,
  }) => {
    await page.goto(`${stack.url}/bulk`);
    await expect(page.getByRole('textbox', { name: 'Paste rows' })).toBeVisible();
    const lookUps = '**/api/lookup/**';
    await page.route(lookUps, (route) => route.abort());
    await pasteAtFocus(page, 'Company\tDeal name\nGlobex\tRead when it can be\nglobex.com\tRead when it can be too');
    await expect(page.getByText('0 rows are there. The rest is read as soon as Dealslip and Attio answer.')).toBeVisible();
    await pasteAtFocus(page, 'Deal name\nPasted meanwhile');
    await expect(rows(page)).toHaveCount(0);
    // A tab that stands by goes on when the one that reads is closed.
    const next = await context.newPage();
    await next.goto(`${stack.url}/bulk`);
    await page.close();
    await expect(createButton(next, 'Create 3 deals')).toBeVisible({ timeout: 20_000 });
    await expect(row(next, 'Read when it can be too')).toContainText('Globex');
    await expect(rows(next).nth(2)).toContainText('Pasted meanwhile');
  });
});

test('rows that are taken back without a connection are, when there is one and there is time, and no others are', async ({
  signedIn: page,
  stack,
  context,
}) => {
  await pasteRows(page, stack, 'Deal name\nBack in a tunnel 1\nBack in a tunnel 2');
  await expect(createButton(page, 'Create 2 deals')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/They go to Attio in \d+ s/)).toBeVisible();
  await expect(page.getByText('2 on their way')).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.press('Escape');
  await expect(page.getByText('No answer yet. Dealslip is asked again by itself.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('2 ready')).toBeVisible();
  expect(await countOf(stack, ['Back in a tunnel 1', 'Back in a tunnel 2'])).toEqual([0, 0]);
  await pasteAtFocus(page, 'Deal name\nSent after the tunnel');
  await expect(createButton(page, 'Create 3 deals')).toBeVisible();
  await page.getByRole('button', { name: 'Remove “Back in a tunnel 1”' }).click();
  await page.getByRole('button', { name: 'Remove “Back in a tunnel 2”' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 created')).toBeVisible({ timeout: 30_000 });
  expect(await countOf(stack, ['Sent after the tunnel', 'Back in a tunnel 1'])).toEqual([1, 0]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(3);
});

test('two tabs that send the same rows at once make one deal of each, and say no wrong word about it', async ({
  signedIn: page,
  stack,
  context,
}) => {
  const names = Array.from({ length: 12 }, (_, at) => `Row of two tabs ${at + 1}`);
  await wantBulkHold(page, stack, 'None');
  await pasteRows(page, stack, ['Deal name', ...names].join('\n'));
  const other = await context.newPage();
  await other.goto(`${stack.url}/bulk`);
  for (const tab of [page, other]) await expect(createButton(tab, 'Create 12 deals')).toBeVisible();
  await Promise.all([page, other].map((tab) => createButton(tab, 'Create 12 deals').click()));
  for (const tab of [page, other]) {
    await expect(tab.getByText('12 created')).toBeVisible({ timeout: 60_000 });
    await expect(tab.getByText('stand open in another tab')).toHaveCount(0);
  }
  expect(await countOf(stack, names)).toEqual(names.map(() => 1));
  await wantBulkHold(page, stack, '10 seconds');
});

test('a row that was removed, and lives on in the form of another tab, stands there once, as it was changed there', async ({
  signedIn: page,
  stack,
  context,
}) => {
  await pasteRows(page, stack, 'Deal name\nRemoved and living on\nBeside the removed');
  await expect(createButton(page, 'Create 2 deals')).toBeVisible();
  const href = await row(page, 'Removed and living on').getByRole('link').getAttribute('href');
  const other = await context.newPage();
  await other.goto(stack.url + href);
  await expectAlive(other);
  await expect(other.getByLabel('Deal name')).toHaveValue('Removed and living on');
  await page.bringToFront();
  await page.getByRole('button', { name: 'Remove “Removed and living on”' }).click();
  await expect(rows(page)).toHaveCount(1);
  await other.bringToFront();
  await other.getByLabel('Deal name').fill('Removed and renamed');
  await page.bringToFront();
  await expect(row(page, 'Removed and renamed')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Removed and renamed')).toContainText('Ready');
  await expect(rows(page)).toHaveCount(2);
});

test('a row that the workspace does not take any more comes back with one reason, in words', async ({
  signedIn: page,
  stack,
}) => {
  const { data } = await write(stack, 'POST', '/v2/objects/deals/attributes/stage/statuses', { title: 'Soon archived' });
  await page.reload();
  await pasteRows(page, stack, 'Deal name\tStage\nRow of an archived stage\tSoon archived');
  await expect(createButton(page, 'Create 1 deal')).toBeVisible();
  await write(stack, 'PATCH', `/v2/objects/deals/attributes/stage/statuses/${data.id['status_id']}`, { is_archived: true });
  await page.keyboard.press('Control+Enter');
  const cameBack = row(page, 'Row of an archived stage');
  await expect(cameBack).toContainText('Look at it', { timeout: 30_000 });
  await expect(cameBack).toContainText('Soon archived');
  await expect(cameBack.getByText('Soon archived”')).toHaveCount(1);
  expect(await countOf(stack, ['Row of an archived stage'])).toEqual([0]);
});

test('a wide table scrolls by itself, and never the page', { tag: '@states' }, async ({ signedIn: page, stack }) => {
  const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen';
  await pasteRows(
    page,
    stack,
    `Company\tDeal name\tAmount\tStage\tContact\tClose date\tNext step\nglobex.com\t${long}\t123,456,789.50\tIn Progress\tJoana Reis <joana@globex.com>\t31 Dec 2026\tSend the ${long} to everybody who wants one`,
  );
  await expect(rows(page)).toHaveCount(1);
  await expect(createButton(page, 'Create 1 deal')).toBeVisible();
  await expectClean(page, 'several deals, a wide table');
  for (const width of [1024, 800, 640, 320]) {
    await page.setViewportSize({ width, height: 720 });
    await expectClean(page, `several deals at ${width}`);
  }
});

test('the key that sends reads what was typed first', async ({ page, stack }) => {
  await signIn(page, stack);
  await pasteRows(page, stack, 'Deal name\nNot sent by the key');
  await expect(createButton(page, 'Create 1 deal')).toBeVisible();
  const input = page.getByRole('textbox', { name: 'Paste rows' });
  await input.fill('Globex / Typed row / 48k');
  await page.reload();
  await expect(input).toHaveValue('Globex / Typed row / 48k');
  await input.press('Control+Enter');
  await expect(createButton(page, 'Create 2 deals')).toBeVisible();
  await expect(input).toHaveValue('');
  expect(await countOf(stack, ['Not sent by the key'])).toEqual([0]);
});
