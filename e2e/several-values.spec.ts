import { dealsNamed, expect, signIn, test, write } from './stack.ts';

const path = '/v2/objects/deals/attributes';
const slugs = { sites: '', parties: '' };

test.beforeEach(async ({ stack, page }) => {
  const mark = Date.now().toString(36);
  slugs.sites = `sites_${mark}`;
  slugs.parties = `parties_${mark}`;
  const attribute = { description: null, is_required: false, is_unique: false, is_multiselect: true };
  await write(stack, 'POST', path, { ...attribute, title: 'Sites', api_slug: slugs.sites, type: 'location', config: {} });
  await write(stack, 'POST', path, {
    ...{ ...attribute, title: 'Parties', api_slug: slugs.parties, type: 'record-reference' },
    config: { record_reference: { allowed_objects: ['companies', 'people'] } },
  });
  await signIn(page, stack);
  await page.getByText('More fields').click();
});
test.afterEach(async ({ stack }) => {
  for (const slug of Object.values(slugs)) await write(stack, 'PATCH', `${path}/${slug}`, { is_archived: true });
});

test('several addresses: the focus goes to the new one, and to a country that is none', async ({ page, stack }) => {
  await page.getByLabel('Deal name').fill('Two sites');
  const first = page.getByRole('group', { name: /^Sites(?! 2)/ });
  await first.getByLabel('Town').fill('Berlin');
  await first.getByLabel('Country').fill('Germany');
  await page.getByRole('button', { name: 'Add another address' }).press('Enter');
  const second = page.getByRole('group', { name: /^Sites 2/ });
  await expect(second.getByLabel('Street and number')).toBeFocused();
  await second.getByLabel('Town').fill('Porto');
  await second.getByLabel('Country').fill('Narnia');
  await page.keyboard.press('Control+Enter');
  await expect(second.getByLabel('Country')).toBeFocused();
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(1);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Portugal');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  const [deal] = await dealsNamed(stack, 'Two sites');
  expect(deal?.values[slugs.sites]).toMatchObject([
    { locality: 'Berlin', country_code: 'DE' },
    { locality: 'Porto', country_code: 'PT' },
  ]);
});

test('where companies and people can be linked, either can be made', async ({ page, stack }) => {
  await page.getByLabel('Deal name').fill('Parties to it');
  const parties = page.getByRole('combobox', { name: 'Parties' });
  await parties.pressSequentially('Nordlicht');
  await expect(page.getByRole('option', { name: 'Create person “Nordlicht”' })).toBeVisible();
  await page.getByRole('option', { name: 'Create company “Nordlicht”' }).click();
  await page.getByRole('group', { name: 'New company' }).getByLabel('Domain').fill('nordlicht-parties.com');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Nordlicht' })).toBeVisible();
  await parties.pressSequentially('Ida Brandt');
  await page.getByRole('option', { name: 'Create person “Ida Brandt”' }).click();
  await page.getByRole('group', { name: 'New person' }).getByLabel('E-mail').fill('ida@nordlicht-parties.com');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Ida Brandt' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  const [deal] = await dealsNamed(stack, 'Parties to it');
  expect(deal?.values[slugs.parties]).toMatchObject([{ target_object: 'companies' }, { target_object: 'people' }]);
});
