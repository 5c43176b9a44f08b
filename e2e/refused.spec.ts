import { dealsNamed, expect, pick, test } from './stack.ts';

test('a person who vanished is told at the field; without them the deal is created', async ({ signedIn: page, stack }) => {
  const person = await stack.attio('POST', '/v2/objects/people/records', {
    data: { values: { name: 'Vane, Vanishing', email_addresses: ['vanishing@globex.com'] } },
  });
  await page.getByLabel('Deal name').fill('Refused once');
  await pick(page, 'Associated people', 'Vanishing');
  await pick(page, 'Associated people', 'Bo Li');
  await stack.attio('DELETE', `/v2/objects/people/records/${person.json.data.id.record_id}`);

  await page.keyboard.press('Control+Enter');
  const people = page.getByRole('combobox', { name: 'Associated people' });
  await expect(people).toHaveAccessibleDescription(/“Vanishing Vane” is no longer in Attio/);
  await expect(people).toBeFocused();
  await expect(people).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('alert').filter({ hasText: 'Associated people' })).toBeVisible();
  expect(await dealsNamed(stack, 'Refused once')).toEqual([]);

  await page.getByRole('button', { name: 'Remove Vanishing Vane' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  const [deal, ...others] = await dealsNamed(stack, 'Refused once');
  expect(others).toEqual([]);
  expect(deal?.values.associated_people).toHaveLength(1);
});

test('a stage archived while the rep typed is told at the field, and nothing is coerced', async ({ signedIn: page, stack }) => {
  const statuses = '/v2/objects/deals/attributes/stage/statuses';
  const added = await stack.attio('POST', statuses, { data: { title: 'Short-lived' } });
  await page.reload();
  await page.getByLabel('Deal name').fill('Stage gone');
  await page.getByLabel('Deal stage').selectOption('Short-lived');
  await stack.attio('PATCH', `${statuses}/${added.json.data.id.status_id}`, { data: { is_archived: true } });

  await page.getByRole('button', { name: 'Create deal' }).click();
  const stage = page.getByLabel('Deal stage');
  await expect(stage).toHaveAccessibleDescription(/“Short-lived” no longer exists/);
  await expect(stage).toBeFocused();
  await expect(page.getByLabel('Deal name')).toHaveValue('Stage gone');
  expect(await dealsNamed(stack, 'Stage gone')).toEqual([]);

  await stage.selectOption('Lead');
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
});

test('what our own schema finds is told before anything is sent', async ({ signedIn: page, stack }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.getByLabel('Deal value').fill('1.23456');
  await page.getByRole('combobox', { name: 'Associated people' }).fill('Nobody in particular');
  await page.getByRole('button', { name: 'Create deal' }).click();

  await expect(page.getByLabel('Deal name')).toBeFocused();
  await expect(page.getByLabel('Deal name')).toHaveAccessibleDescription(/needed/);
  await expect(page.getByLabel('Deal value')).toHaveAccessibleDescription(/four decimals/);
  await expect(page.getByRole('combobox', { name: 'Associated people' })).toHaveAccessibleDescription(/not chosen yet/);
  await expect(page.getByRole('alert')).toContainText('3 fields need a look');
  expect(requests.filter((request) => request.startsWith('PUT'))).toEqual([]);

  await page.getByRole('alert').getByRole('link', { name: 'Deal value' }).click();
  await expect(page.getByLabel('Deal value')).toBeFocused();
  await expect(page.getByLabel('Deal value')).toHaveValue('1.23456');
  expect(await dealsNamed(stack, 'Nobody in particular')).toEqual([]);
});

test('an error in the fold opens it, also when it is not the first', async ({ signedIn: page }) => {
  const date = page.getByLabel('Expected close date');
  await page.getByText('More fields').click();
  await date.fill('30/02');
  await page.getByText('More fields').click();
  await expect(date).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('Deal name')).toBeFocused();
  await expect(date).toBeVisible();
});

test('Enter never sends an incomplete form, and never from a picker', async ({ signedIn: page }) => {
  await page.getByRole('combobox', { name: 'Associated company' }).press('Enter');
  await page.getByLabel('Deal value').press('Enter');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByLabel('Deal name')).toBeFocused();
});

test('HTML and right-to-left text are shown as text, here and in the record', async ({ signedIn: page, stack }) => {
  const name = '<img src=x onerror=alert(1)> صفقة "quoted" & more';
  let hasDialog = false;
  page.on('dialog', (dialog) => {
    hasDialog = true;
    void dialog.dismiss();
  });
  await page.getByLabel('Deal name').fill(name);
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect(page.getByRole('definition').filter({ hasText: name })).toBeVisible();
  const [deal] = await dealsNamed(stack, name);
  await page.goto(deal?.web_url ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  expect(hasDialog).toBe(false);
});
