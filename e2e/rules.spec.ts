import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectClean } from './expect-clean.ts';
import { dealsNamed, expect, signIn, test } from './stack.ts';
import { saveRules, stageId } from './workspace-rules.ts';

test.describe.configure({ mode: 'serial' });
test.afterEach(async ({ page, stack }) => {
  await page.goto(`${stack.url}/new`);
  await saveRules(page, []);
});

/** Goes on with Tab until something of that name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const label = await focused.evaluate((element) =>
      [element.getAttribute('aria-label'), (element as HTMLInputElement).labels?.[0]?.textContent, element.textContent].find(
        Boolean,
      ),
    );
    if (typeof name === 'string' ? label?.trim() === name : name.test(label ?? '')) return;
  }
  throw new Error(`Nothing called ${name} takes the focus`);
}

test('an admin makes a rule by keyboard, sees it in the preview, and a deal is tightened by it', async ({
  signedIn: page,
  stack,
}) => {
  await page.goto(`${stack.url}/setup`);
  await expect(page.getByRole('heading', { name: 'Rules' })).toBeVisible();
  await tabTo(page, 'Add a rule');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'New rule' })).toBeFocused();
  await tabTo(page, 'At every stage');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'In Progress');
  await page.keyboard.press('Space');
  await tabTo(page, 'Field');
  await page.keyboard.type('Lead so');
  await tabTo(page, 'Done');
  await page.keyboard.press('Enter');
  const sentence = 'At In Progress: Lead source is needed.';
  await expect(page.getByText(sentence)).toBeVisible();
  await expect(page.getByRole('button', { name: `Edit: ${sentence}` })).toBeFocused();

  const preview = page.getByRole('list', { name: 'Fields of the form' }).getByRole('listitem').filter({ hasText: 'Lead source' });
  await expect(preview).toContainText('optional');
  await page.getByLabel('Stage', { exact: true }).selectOption('In Progress');
  await expect(preview).toContainText('needed by a rule');

  await page.getByLabel('Stage', { exact: true }).focus();
  await tabTo(page, 'Save for everybody');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Everything is saved.')).toBeVisible();
  await expect(page.getByText('The one rule holds.')).toBeVisible();

  await page.goto(`${stack.url}/new`);
  await page.getByLabel('Deal name').fill('Tightened');
  await page.getByLabel('Deal name').press('Tab');
  await expect(page.getByLabel('Lead source')).toBeHidden();
  const stage = page.getByLabel('Deal stage');
  await stage.focus();
  const before = await stage.boundingBox();
  await page.keyboard.type('In');
  const source = page.getByLabel('Lead source');
  await expect(source).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Needed at this stage: Lead source.' })).toBeVisible();
  expect(await stage.boundingBox()).toEqual(before);
  await expect(stage).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(source).toBeFocused();
  await expect(source).toHaveAccessibleDescription(
    'Lead source is needed at the stage “In Progress”: a rule of this workspace asks for it.',
  );
  expect(await dealsNamed(stack, 'Tightened')).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  expect(await dealsNamed(stack, 'Tightened')).toHaveLength(1);
});

test('a stage fills in what nobody has touched, and never what the rep typed', async ({ signedIn: page, stack }) => {
  const [lead, progress] = [await stageId(stack, 'Lead'), await stageId(stack, 'In Progress')];
  await saveRules(page, [
    { stages: [lead], attribute: 'value', effect: 'default', value: { amount: '100', currency: 'USD' } },
    { stages: [progress], attribute: 'value', effect: 'default', value: { amount: '250.5', currency: 'USD' } },
  ]);
  await page.reload();
  const [value, stage] = [page.getByLabel('Deal value'), page.getByLabel('Deal stage')];
  await expect(value).toHaveValue('100');
  await stage.focus();
  await stage.selectOption('In Progress');
  await expect(value).toHaveValue('250.5');
  await expect(page.getByText('Filled in: Deal value.')).toBeVisible();
  await expect(stage).toBeFocused();
  await stage.selectOption('Won 🎉');
  await expect(value).toHaveValue('');
  await value.fill('7');
  await stage.selectOption('Lead');
  await expect(value).toHaveValue('7');
  await page.getByLabel('Deal name').fill('Filled by a stage');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await value.fill('');
  await page.reload();
  await expect(page.getByLabel('Deal name')).toHaveValue('Filled by a stage');
  await expect(value).toHaveValue('');
});

test('a rule fills in a record of Attio, which is picked by keyboard and has its name in the rule', async ({
  signedIn: page,
  stack,
}) => {
  await page.goto(`${stack.url}/setup`);
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByLabel('Field', { exact: true }).selectOption('Associated company');
  await page.getByLabel('What happens').selectOption('default');
  await page.getByRole('combobox', { name: /Associated company/ }).pressSequentially('Initech');
  const list = page.getByRole('listbox', { name: /Associated company/ });
  await expect(list.getByRole('option').first()).toContainText('Initech');
  await expect(list.getByRole('option', { name: /Create/ })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText(/At every stage: Associated company.*Initech/)).toBeVisible();
  const preview = page.getByRole('list', { name: 'Fields of the form' }).getByRole('listitem');
  await expect(preview.filter({ hasText: 'Associated company' })).toContainText('Initech');
  await page.getByRole('button', { name: 'Save for everybody' }).click();
  await expect(page.getByText('Everything is saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/At every stage: Associated company.*Initech/)).toBeVisible();

  await page.goto(`${stack.url}/new`);
  await expect(page.getByRole('button', { name: 'Remove Initech' })).toBeVisible();
  await page.getByLabel('Deal name').fill('With its company');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  const [deal] = await dealsNamed(stack, 'With its company');
  expect(deal?.values['associated_company']).toHaveLength(1);
});

test('what a stage leaves out is not sent, stays typed, and is told before it would be lost', async ({
  signedIn: page,
  stack,
}) => {
  const progress = await stageId(stack, 'In Progress');
  await saveRules(page, [{ stages: [progress], attribute: 'value', effect: 'hide' }]);
  await page.reload();
  const stage = page.getByLabel('Deal stage');
  await page.getByLabel('Deal name').fill('Left out');
  await page.getByLabel('Deal value').fill('48k');
  await stage.focus();
  const before = await stage.boundingBox();
  await stage.selectOption('In Progress');
  await expect(page.getByText('Not sent at this stage: 48k')).toBeVisible();
  await expect(page.getByLabel('Deal value')).toHaveCount(0);
  expect(await stage.boundingBox()).toEqual(before);
  await page.keyboard.press('Control+Enter');
  const alert = page.getByRole('alert').filter({ hasText: 'does not take everything' });
  await expect(alert).toContainText('Deal value: 48k');
  expect(await dealsNamed(stack, 'Left out')).toEqual([]);

  await stage.focus();
  await stage.selectOption('Lead');
  await expect(page.getByLabel('Deal value')).toHaveValue('48k');
  await expect(alert).toBeHidden();
  await expect(stage).toBeFocused();
  await stage.selectOption('In Progress');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Create without it' }).click();
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  const [deal] = await dealsNamed(stack, 'Left out');
  expect(deal?.values.value).toEqual([]);
});

test('settings go out as a file and come in as one, judged before anything is saved', async ({ signedIn: page, stack }) => {
  const lead = await stageId(stack, 'Lead');
  await saveRules(page, [{ stages: [lead], attribute: 'lead_source', effect: 'show' }]);
  await page.goto(`${stack.url}/setup`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as a file' }).click();
  const file = await (await downloading).path();
  expect(JSON.parse(await readFile(file, 'utf8')).rules).toHaveLength(1);
  const take = async (text: string) => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import a file' }).click();
    await (await choosing).setFiles({ name: 'rules.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  await take('<b>');
  await expect(page.getByRole('alert')).toContainText('not a JSON file');
  await take(JSON.stringify({ rules: [{ stages: null, attribute: '<img src=x>', effect: 'show' }], exchange: null }));
  await expect(page.getByRole('alert')).toContainText('rules.0.attribute: “<img src=x>” is no attribute');
  await expect(page.getByText('At Lead: Lead source stands open.')).toBeVisible();
  await take(JSON.stringify({ rules: [{ stages: null, attribute: 'lead_source', effect: 'require' }], exchange: null }));
  await expect(page.getByText('At every stage: Lead source is needed.')).toBeVisible();
  await expect(page.getByText('Changed, and not saved yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Save for everybody' }).click();
  await expect(page.getByText('Everything is saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('At every stage: Lead source is needed.')).toBeVisible();
});

test('two admins do not overwrite each other', async ({ signedIn: page, stack }) => {
  await page.goto(`${stack.url}/setup`);
  await page.getByRole('button', { name: 'Add a rate' }).click();
  await expect(page.getByLabel('From')).toBeFocused();
  await page.keyboard.type('eur');
  await page.getByLabel('To', { exact: true }).fill('USD');
  await page.getByLabel('Rate', { exact: true }).fill('1.08');
  await page.getByRole('button', { name: 'Save for everybody' }).click();
  await expect(page.getByLabel('Source')).toHaveAccessibleDescription(/who sets the rate/);
  await page.getByLabel('Source').fill('ECB');
  await saveRules(page, [{ stages: null, attribute: 'lead_source', effect: 'show' }]);
  await page.getByRole('button', { name: 'Save for everybody' }).click();
  await expect(page.getByRole('alert')).toContainText('Somebody else has saved');
  await expect(page.getByLabel('Source')).toHaveValue('ECB');
  await page.getByRole('button', { name: 'Show theirs' }).click();
  await expect(page.getByText('At every stage: Lead source stands open.')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the setup is clean to axe (${colorScheme}), and a member who is no admin only reads`, {
    tag: ['@states', '@looks'],
  }, async ({ page, browser, stack }) => {
    await signIn(page, stack);
    await page.emulateMedia({ colorScheme });
    await saveRules(page, [{ stages: null, attribute: 'lead_source', effect: 'show' }]);
    await page.goto(`${stack.url}/setup`);
    await page.getByRole('button', { name: 'Add a rate' }).click();
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByLabel('Only at these stages').check();
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose at least one stage');
    await page.getByLabel('At every stage').check();
    await page.getByLabel('Field', { exact: true }).selectOption('Deal owner');
    await page.getByLabel('What happens').selectOption('It is filled in, if nobody has touched it');
    await expectClean(page, 'setup with a rule under way');

    const other = await browser.newContext();
    const member = await other.newPage();
    await signIn(member, stack, 'Priya Nair');
    await member.goto(`${stack.url}/setup`);
    await expect(member.getByText('At every stage: Lead source stands open.')).toBeVisible();
    await expect(member.getByRole('button', { name: /Edit|Add|Save/ })).toHaveCount(0);
    await other.close();
  });
}
