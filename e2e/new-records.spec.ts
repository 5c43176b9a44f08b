import type { Page } from '@playwright/test';
import { type AttioRecord, dealsNamed, expect, type Stack, signIn, test, write } from './stack.ts';

/** A company and people that Attio does not have yet, entered with the deal. */

const records = async (stack: Stack, object: string, filter: object): Promise<AttioRecord[]> =>
  (await stack.attio('POST', `/v2/objects/${object}/records/query`, { filter })).json.data;
const companies = (stack: Stack, domain: string) => records(stack, 'companies', { domains: { domain: { $eq: domain } } });
const people = (stack: Stack, email: string) => records(stack, 'people', { email_addresses: { email_address: { $eq: email } } });
const combobox = (page: Page, name: string) => page.getByRole('combobox', { name });

/** Puts a text where a paste comes from, and pastes it. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text', pasted);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

for (const delay of [0, 30, 100]) {
  test(`what is typed for a new record before its inputs are there is in them, a key every ${delay} ms`, async ({
    signedIn: page,
  }) => {
    const enter = async (picker: string, name: string, unique: string) => {
      await combobox(page, picker).pressSequentially(name);
      await expect(page.getByRole('option', { name: `Create “${name}”` })).toBeVisible();
      await page.keyboard.press('Enter');
      await page.keyboard.type(unique, { delay });
      await expect(page.getByRole('group', { name: /^New (company|person)$/ }).getByLabel(/Domain|E-mail/)).toHaveValue(unique);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: `Remove ${name}` })).toBeVisible();
      await expect(combobox(page, picker)).toHaveValue('');
    };
    await enter('Associated company', 'Hastings Brightwater', 'hastings-brightwater.com');
    await enter('Associated people', 'Wren Hastings', 'wren@hastings-brightwater.com');
    await enter('Associated people', 'Ada Hastings', 'ada@hastings-brightwater.com');
  });
}

test('a new company and a new person, by keyboard: nothing is written before the send, and each is made once', async ({
  signedIn: page,
  stack,
}) => {
  await combobox(page, 'Associated company').fill('Quillfeather');
  const create = page.getByRole('option', { name: 'Create “Quillfeather”' });
  await expect(create).toBeVisible();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('group', { name: 'New company' });
  await expect(panel.getByLabel('Domain')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByLabel('Domain')).toHaveAccessibleDescription(/Type a domain, like acme.com/);
  await page.keyboard.type('https://www.quillfeather.example.com/team');
  await page.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(combobox(page, 'Associated company')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Remove Quillfeather' })).toBeVisible();
  await expect(page.getByText('new', { exact: true })).toBeVisible();

  await combobox(page, 'Associated people').fill('Bo Quill <bo@quillfeather.example.com>');
  await expect(page.getByRole('option', { name: /^Create/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'New person' }).getByLabel('E-mail address')).toHaveValue(
    'bo@quillfeather.example.com',
  );
  await page.keyboard.press('Enter');
  await page.getByLabel('Deal name').fill('Quills for all');
  expect(await companies(stack, 'quillfeather.example.com')).toHaveLength(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  await expect(page.getByText('New in Attio').first()).toBeVisible();
  const [company] = await companies(stack, 'quillfeather.example.com');
  const [bo] = await people(stack, 'bo@quillfeather.example.com');
  const [deal] = await dealsNamed(stack, 'Quills for all');
  expect(deal?.values['associated_company']?.[0]?.['target_record_id']).toBe(company?.id['record_id']);
  expect(deal?.values['associated_people']?.[0]?.['target_record_id']).toBe(bo?.id['record_id']);
});

test('where Attio requires more of a company than a name and a domain, that is told before anything is entered', async ({
  signedIn: page,
  stack,
}) => {
  const attributes = '/v2/objects/companies/attributes';
  const licence = { title: 'Licence', api_slug: 'licence', type: 'text', description: null, is_unique: false, config: {} };
  await write(stack, 'POST', attributes, { ...licence, is_required: true, is_multiselect: false });
  try {
    await page.reload();
    await combobox(page, 'Associated company').fill('Paperwork Inc');
    await expect(page.getByRole('option', { name: 'Create “Paperwork Inc”' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'New company' }).getByRole('alert')).toContainText('Attio requires “Licence”');
    await page.keyboard.press('Enter');
    await expect(combobox(page, 'Associated company')).toBeFocused();
    await expect(combobox(page, 'Associated company')).toHaveValue('Paperwork Inc');
  } finally {
    await write(stack, 'PATCH', `${attributes}/licence`, { is_required: false, is_archived: true });
  }
});

test('cancelling leaves the text as it was and writes nothing; a draft keeps what was begun', async ({ signedIn: page }) => {
  await combobox(page, 'Associated company').fill('Halfway');
  await expect(page.getByRole('option', { name: 'Create “Halfway”' })).toBeVisible();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('group', { name: 'New company' });
  await panel.getByLabel('Domain').fill('halfway.example.com');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(panel.getByLabel('Domain')).toHaveValue('halfway.example.com');
  await page.keyboard.press('Control+Enter');
  await expect(combobox(page, 'Associated company')).toHaveAccessibleDescription(/“Halfway” is not finished/);
  await panel.getByLabel('Name').focus();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(combobox(page, 'Associated company')).toHaveValue('Halfway');
});

test('a pasted list of e-mail addresses becomes the people that Attio has, and leaves the others to be made', async ({
  signedIn: page,
}) => {
  await combobox(page, 'Associated people').focus();
  await paste(page, 'joana@globex.com; "Nora New" <nora@nowhere.example.com>\nJOANA@globex.com');
  await expect(page.getByRole('button', { name: /^Remove Joana/ })).toBeVisible();
  await expect(combobox(page, 'Associated people')).toHaveValue('Nora New <nora@nowhere.example.com>');
  await page.keyboard.press('End');
  await page.keyboard.type(' ');
  await page.getByRole('option', { name: /^Create/ }).click();
  await expect(page.getByRole('group', { name: 'New person' }).getByLabel('Name')).toHaveValue('Nora New');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Nora New' })).toBeVisible();
  await expect(combobox(page, 'Associated people')).toHaveValue('');
});

test('a pasted domain resolves to its company', async ({ signedIn: page }) => {
  await combobox(page, 'Associated company').focus();
  await paste(page, 'https://www.globex.com/about');
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeVisible();
});

test('one that somebody else has made meanwhile is used, and the receipt says so', async ({ page, stack }) => {
  await signIn(page, stack);
  await combobox(page, 'Associated company').fill('Twice Ltd');
  await expect(page.getByRole('option', { name: 'Create “Twice Ltd”' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'New company' }).getByLabel('Domain').fill('twice.example.com');
  await page.keyboard.press('Enter');
  await stack.attio('POST', '/v2/objects/companies/records', {
    data: { values: { name: 'Twice Limited', domains: ['twice.example.com'] } },
  });
  await page.getByLabel('Deal name').fill('Only once');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Already in Attio, and used')).toBeVisible();
  await expect(page.getByText('Twice Limited')).toBeVisible();
  expect(await companies(stack, 'twice.example.com')).toHaveLength(1);
});
