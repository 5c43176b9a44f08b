import { dealsNamed, expect, type Stack, test, write } from './stack.ts';
import { saveRules, stageId } from './workspace-rules.ts';

const attributes = '/v2/objects/deals/attributes';

/** Adds a text attribute to the deals; gives back what archives it. */
async function addAttribute(stack: Stack, slug: string, title: string, more: object = {}): Promise<() => Promise<void>> {
  const attribute = { title, description: null, api_slug: slug, type: 'text', is_required: false, is_unique: false };
  await write(stack, 'POST', attributes, { ...attribute, is_multiselect: false, config: {}, ...more });
  return async () => {
    await write(stack, 'PATCH', `${attributes}/${slug}`, { is_required: false, is_archived: true });
  };
}

test('an attribute that became required while the rep typed: the new form is taken in place, with everything kept', async ({
  signedIn: page,
  stack,
}) => {
  await page.getByLabel('Deal name').fill('Before the change');
  await page.getByLabel('Deal value').fill('48k');
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  const archive = await addAttribute(stack, 'sales_region', 'Sales region', { is_required: true });
  try {
    await page.keyboard.press('Control+Enter');
    const region = page.getByLabel('Sales region');
    await expect(region).toBeFocused();
    await expect(region).toHaveAccessibleDescription(/needed to create the deal/);
    await expect(page.getByRole('alert').filter({ hasText: 'The form has changed' })).toContainText('This is the new form');
    await expect(page.getByLabel('Deal name')).toHaveValue('Before the change');
    await expect(page.getByLabel('Deal value')).toHaveValue('48k');
    await page.keyboard.type('North');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
    expect(loads).toBe(0);
    expect(await dealsNamed(stack, 'Before the change')).toHaveLength(1);
  } finally {
    await archive();
  }
});

test('an attribute whose slug changes keeps what was entered, while the rep types and in a draft', async ({
  signedIn: page,
  stack,
}) => {
  await addAttribute(stack, 'partner', 'Partner');
  let slug = 'partner';
  const rename = async (to: string) => {
    await write(stack, 'PATCH', `${attributes}/${slug}`, { api_slug: to });
    slug = to;
  };
  try {
    await page.reload();
    await page.getByLabel('Deal name').fill('Another slug');
    await page.getByText('More fields').click();
    await page.getByLabel('Partner').fill('Umbrella GmbH');
    await rename('sales_partner');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'The form has changed' })).toBeVisible();
    await expect(page.getByLabel('Partner')).toHaveValue('Umbrella GmbH');
    await expect(page.getByText('No field takes this any more')).toBeHidden();

    await page.getByLabel('Deal name').fill('Another slug, twice');
    await expect(page.getByText('Draft saved')).toBeVisible();
    await rename('channel');
    await page.reload();
    await expect(page.getByLabel('Partner')).toHaveValue('Umbrella GmbH');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
    const [deal] = await dealsNamed(stack, 'Another slug, twice');
    expect(deal?.values['channel']).toMatchObject([{ value: 'Umbrella GmbH' }]);
  } finally {
    await write(stack, 'PATCH', `${attributes}/${slug}`, { is_archived: true });
  }
});

test('a rule saved while the rep typed is told at its field, in the new form', async ({ signedIn: page, stack }) => {
  await page.getByLabel('Deal name').fill('A new rule');
  await saveRules(page, [{ stages: [await stageId(stack, 'Lead')], attribute: 'seats', effect: 'require' }]);
  try {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByLabel('Seats')).toBeFocused();
    await expect(page.getByLabel('Seats')).toHaveAccessibleDescription(/at the stage “Lead”: a rule of this workspace/);
    await page.keyboard.type('12');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  } finally {
    await saveRules(page, []);
  }
});

test('a choice that was archived while the rep typed is named at its field, also in the new form', async ({
  signedIn: page,
  stack,
}) => {
  const options = `${attributes}/lead_source/options`;
  const added = await stack.attio('POST', options, { data: { title: 'Short-lived fair' } });
  await page.reload();
  await page.getByLabel('Deal name').fill('Archived choice');
  await page.getByText(/^More fields/).click();
  await page.getByLabel('Lead source').selectOption('Short-lived fair');
  await stack.attio('PATCH', `${options}/${added.json.data.id.option_id}`, { data: { is_archived: true } });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'This is the new form' })).toBeVisible();
  const source = page.getByLabel('Lead source');
  await expect(source).toBeFocused();
  await expect(source).toHaveAccessibleDescription(/“Short-lived fair” no longer exists/);
  await source.selectOption('Event');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
});

test('a stage that was renamed is told at the field, and sent when the rep has seen its new title', async ({
  signedIn: page,
  stack,
}) => {
  const statuses = `${attributes}/stage/statuses`;
  const added = await stack.attio('POST', statuses, { data: { title: 'Old title' } });
  const path = `${statuses}/${added.json.data.id.status_id}`;
  await page.reload();
  await page.getByLabel('Deal name').fill('Renamed stage');
  const stage = page.getByLabel('Deal stage');
  await stage.selectOption('Old title');
  await stack.attio('PATCH', path, { data: { title: 'New title' } });
  await page.keyboard.press('Control+Enter');
  await expect(stage).toBeFocused();
  await expect(stage).toHaveAccessibleDescription(/“Old title” is called “New title” now/);
  await expect(stage.locator('option:checked')).toHaveText('New title');
  expect(await dealsNamed(stack, 'Renamed stage')).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'New title' })).toBeVisible();
  await stack.attio('PATCH', path, { data: { is_archived: true } });
  expect(await dealsNamed(stack, 'Renamed stage')).toHaveLength(1);
});

test('a draft that is opened after its stage and a field were renamed says so at both, before anything is sent', async ({
  signedIn: page,
  stack,
}) => {
  const statuses = `${attributes}/stage/statuses`;
  const added = await stack.attio('POST', statuses, { data: { title: 'Was called so' } });
  const path = `${statuses}/${added.json.data.id.status_id}`;
  const archive = await addAttribute(stack, 'delta', 'Delta');
  try {
    await page.reload();
    await page.getByLabel('Deal name').fill('Renamed behind a draft');
    const stage = page.getByLabel('Deal stage');
    await stage.selectOption('Was called so');
    await page.getByText(/^More fields/).click();
    await page.getByLabel('Delta').fill('kept');
    await expect(page.getByText('Draft saved')).toBeVisible();
    await stack.attio('PATCH', path, { data: { title: 'Is called so' } });
    await stack.attio('PATCH', `${attributes}/delta`, { data: { title: 'Epsilon' } });
    await page.reload();
    await expect(stage).toHaveAccessibleDescription(/“Was called so” is called “Is called so” now/);
    await expect(page.getByLabel('Epsilon')).toHaveAccessibleDescription(/“Delta” is called “Epsilon” now/);
    await expect(page.getByLabel('Epsilon')).toHaveValue('kept');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
    expect(await dealsNamed(stack, 'Renamed behind a draft')).toHaveLength(1);
  } finally {
    await stack.attio('PATCH', path, { data: { is_archived: true } });
    await archive();
  }
});

test('two attributes that changed their titles are told: what was typed may be meant for the other', async ({
  signedIn: page,
  stack,
}) => {
  const archives = [await addAttribute(stack, 'beta', 'Beta'), await addAttribute(stack, 'gamma', 'Gamma')];
  try {
    await page.reload();
    await page.getByLabel('Deal name').fill('Swapped');
    await page.getByText(/^More fields/).click();
    await page.getByLabel('Gamma').fill('meant for gamma');
    await write(stack, 'PATCH', `${attributes}/gamma`, { title: 'Beta' });
    await write(stack, 'PATCH', `${attributes}/beta`, { title: 'Gamma' });
    await page.keyboard.press('Control+Enter');
    const field = page.getByLabel('Beta');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('meant for gamma');
    await expect(field).toHaveAccessibleDescription(/“Gamma” is called “Beta” now/);
    expect(await dealsNamed(stack, 'Swapped')).toEqual([]);
  } finally {
    for (const archive of archives) await archive();
  }
});

test('what was entered into a field that is gone is shown to be copied, not sent, and still there after a reload', async ({
  signedIn: page,
  stack,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const archive = await addAttribute(stack, 'nickname', 'Nickname');
  await page.reload();
  await page.getByLabel('Deal name').fill('A field is gone');
  await page.getByText(/^More fields/).click();
  await page.getByLabel('Nickname').fill('<b>The big one</b> صفقة');
  await archive();

  await page.keyboard.press('Control+Enter');
  const alert = page.getByRole('alert').filter({ hasText: 'No field takes this any more' });
  await expect(alert).toContainText('Nickname: <b>The big one</b> صفقة');
  await expect(page.getByLabel('Nickname', { exact: true })).toHaveCount(0);
  expect(await dealsNamed(stack, 'A field is gone')).toEqual([]);
  await alert.getByRole('button', { name: 'Copy Nickname' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('<b>The big one</b> صفقة');

  await page.reload();
  await expect(alert).toContainText('The big one');
  await page.getByLabel('Deal name').fill('A field is gone again');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: 'has no field any more' })).toContainText('The big one');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  expect(await dealsNamed(stack, 'A field is gone again')).toHaveLength(1);
});

test('an attribute that is renamed keeps what was typed, and its error has the new title', async ({ signedIn: page, stack }) => {
  const archive = await addAttribute(stack, 'old_name', 'Old name');
  await page.reload();
  await page.getByLabel('Deal name').fill('Renamed attribute');
  await page.getByText(/^More fields/).click();
  await page.getByLabel('Old name').fill('kept');
  await stack.attio('PATCH', `${attributes}/old_name`, { data: { title: 'New name' } });
  const other = await addAttribute(stack, 'also_needed', 'Also needed', { is_required: true });
  try {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByLabel('Also needed')).toBeFocused();
    await expect(page.getByLabel('New name')).toHaveValue('kept');
  } finally {
    await other();
    await archive();
  }
});

test('a draft that was begun in another form says so when it is taken up again', async ({ signedIn: page, stack }) => {
  await page.getByLabel('Deal name').fill('Begun before');
  await expect(page.getByText('Draft saved')).toBeVisible();
  const archive = await addAttribute(stack, 'came_later', 'Came later');
  try {
    await page.reload();
    await expect(page.getByLabel('Deal name')).toHaveValue('Begun before');
    await expect(page.getByRole('alert').filter({ hasText: 'The form has changed' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  } finally {
    await archive();
  }
});

test('when the new form cannot be had, the old one stands and says where it is', async ({ signedIn: page, stack }) => {
  await page.getByLabel('Deal name').fill('No new form');
  await page.route('**/api/deal-form', (route) => route.abort());
  const archive = await addAttribute(stack, 'sales_area', 'Sales area', { is_required: true });
  try {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'Sales area' })).toBeVisible();
    await page.getByRole('link', { name: 'Show the new form' }).click();
    await expect(page.getByLabel('Sales area')).toBeVisible();
    await expect(page.getByLabel('Deal name')).toHaveValue('No new form');
  } finally {
    await archive();
  }
});
