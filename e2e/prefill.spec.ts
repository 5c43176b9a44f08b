import { expectClean } from './expect-clean.ts';
import { consent, dealsNamed, expect, expectAlive, test } from './stack.ts';

test('a link fills the form by slugs, says so, and sends nothing by itself', { tag: '@states' }, async ({
  signedIn: page,
  stack,
}) => {
  const people = await stack.attio('POST', '/v2/objects/people/records/query', {
    filter: { name: { full_name: 'Bo Li' } },
  });
  const address = String(people.json.data[0]?.values['email_addresses']?.[0]?.['email_address']);
  const query = new URLSearchParams({
    ...{ name: 'From a link', company: 'globex.com', value: '48000.5', stage: 'in progress', people: address },
    ...{ close_date: '2026-11-30', owner: 'priya@northwind.com' },
  });
  await page.goto(`${stack.url}/new?${query}`);
  await expect(page.getByLabel('Deal name')).toHaveValue('From a link');
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove Bo Li' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove Priya Nair' })).toBeVisible();
  await expect(page.getByLabel('Deal value')).toHaveValue('48000.5');
  await expect(page.getByText('$48,000.50')).toBeVisible();
  await expect(page.getByLabel('Expected close date')).toBeVisible();
  await expect(page.getByRole('group', { name: /Filled in from a link/ })).toContainText('Associated company');
  expect(new URL(page.url()).search).toBe('');
  expect(await dealsNamed(stack, 'From a link')).toEqual([]);
  await expectClean(page, 'filled in from a link');

  await page.reload();
  await expect(page.getByLabel('Deal name')).toHaveValue('From a link');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  const [deal] = await dealsNamed(stack, 'From a link');
  expect(deal?.values).toMatchObject({
    stage: [{ status: { title: 'In Progress' } }],
    value: [{ currency_value: 48_000.5 }],
    associated_company: [{}],
    associated_people: [{}],
  });
});

test('what a link brings and the form does not know is named; what nobody has found stands in the picker', async ({
  signedIn: page,
  stack,
}) => {
  const query = new URLSearchParams({ stage: 'Nowhere', constructor: 'x', nmae: 'y', company: 'no-such-company.example' });
  await page.goto(`${stack.url}/new?${query}&name=<b>a</b>&name=b&value=a+lot&people=&close_date=%20`);
  const notice = page.getByRole('alert').filter({ hasText: 'Filled in from a link' });
  await expect(notice).toContainText('Deal stage does not take “Nowhere”.');
  await expect(notice).toContainText('No field is called constructor or nmae.');
  // What the form cannot read is not called filled in, though it stands there.
  await expect(notice).toContainText('Filled in: Deal name.');
  await expect(notice).toContainText('Associated company: choose what “no-such-company.example” is.');
  await expect(notice).toContainText('Deal value does not take “a lot”.');
  await expect(page.getByLabel('Deal value')).toHaveValue('a lot');
  await expect(page.getByLabel('Deal name')).toHaveValue('<b>a</b>, b');
  await expect(page.getByLabel('Deal stage')).toHaveValue(/./);
  await expect(page.getByRole('combobox', { name: 'Associated company' })).toHaveValue('no-such-company.example');
});

test('a link names a company and a stage as people do; what cannot be sent is not called nothing', async ({
  signedIn: page,
  stack,
}) => {
  await page.goto(`${stack.url}/new?company=globex&stage=Won&name=line+1%0Aline+2`);
  await expect(page.getByRole('button', { name: 'Remove Globex' })).toBeVisible();
  await expect(page.getByLabel('Deal stage').locator('option:checked')).toHaveText('Won 🎉');
  await expect(page.getByLabel('Deal name')).toHaveValue('line 1 line 2');

  await page.goto(`${stack.url}/new?value=abc`);
  await expect(page.getByLabel('Deal value')).toHaveValue('abc');
  await expect(page.getByText('What the link filled in cannot be sent as it stands.')).toBeVisible();
  await page.goto(`${stack.url}/new?stage=Unheard`);
  await expect(page.getByText('The link filled nothing in.')).toBeVisible();
});

test('a link whose keys have no text is as none: the draft that was there goes on, and nothing is said', async ({
  signedIn: page,
  stack,
}) => {
  await page.getByLabel('Deal name').fill('Was there before');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.goto(`${stack.url}/new?company=&value=%20`);
  await expectAlive(page);
  await expect(page.getByLabel('Deal name')).toHaveValue('Was there before');
  await expect(page.getByText('The link filled nothing in.')).toHaveCount(0);
});

test('a link is a deal of its own beside the draft that was there, also across a sign-in', async ({
  signedIn: page,
  stack,
  context,
}) => {
  await page.getByLabel('Deal name').fill('Was there before');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await context.clearCookies({ name: 'dev-sid' });
  await page.goto(`${stack.url}/new?name=Through+the+door`);
  await page.getByRole('link', { name: 'Sign in with Attio' }).click();
  await consent(page);
  await expectAlive(page);
  await expect(page.getByLabel('Deal name')).toHaveValue('Through the door');
  await page.getByRole('button', { name: '1 draft', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Drafts' }).getByRole('listitem')).toContainText('Was there before');
});
