import { dealsNamed, expect, pick, signIn, test, write } from './stack.ts';

test('a deal that looks like an open one is told, with the reasons and a link, and can be sent all the same', async ({
  page,
  stack,
}) => {
  await signIn(page, stack);
  const send = async (name: string) => {
    await pick(page, 'Associated company', 'Initech');
    await page.getByLabel('Deal name').fill(name);
  };
  await send('Initech platform');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  await page.keyboard.press('n');
  await send('Platform for Initech');
  const notice = page.getByRole('group', { name: /open deals? looks? like this one/ });
  const first = notice.getByRole('listitem').filter({ hasText: 'Initech platform' });
  await expect(first).toContainText('same company, similar name');
  await expect(first.getByRole('link', { name: 'Initech platform' })).toHaveAttribute('href', /\/deals\/record\//);
  await expect(page.getByLabel('Deal name')).toBeFocused();
  await notice.getByRole('button', { name: 'None of these' }).click();
  await expect(notice).toHaveCount(0);
  await page.getByLabel('Deal name').focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
});

test('whoever has most deals of the company is offered as the owner, and takes their place by one press', async ({
  page,
  stack,
}) => {
  await signIn(page, stack);
  const { data: company } = await write(stack, 'POST', '/v2/objects/companies/records', {
    values: { name: 'Umbrella', domains: ['umbrella-owned.com'] },
  });
  const members = (await stack.attio('GET', '/v2/workspace_members')).json.data;
  const owned = members.find((member) => 'first_name' in member && member.first_name === 'Priya')?.id['workspace_member_id'];
  for (let at = 0; at < 3; at += 1) {
    const values = {
      ...{ name: `Umbrella ${at}`, stage: 'Lead' },
      owner: { referenced_actor_type: 'workspace-member', referenced_actor_id: owned },
      associated_company: { target_object: 'companies', target_record_id: company.id['record_id'] },
    };
    await write(stack, 'POST', '/v2/objects/deals/records', { values });
  }
  // The answer comes when the rep is further down: what stands there stays where it is.
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/api\/duplicates/, async (route) => {
    await released;
    await route.continue();
  });
  await pick(page, 'Associated company', 'Umbrella');
  await page.getByLabel('Deal name').fill('Of the usual owner');
  const take = page.getByRole('button', { name: 'Make the owner' });
  const people = page.getByRole('combobox', { name: 'Associated people' });
  await people.focus();
  const before = await people.boundingBox();
  const answered = page.waitForResponse(/api\/duplicates/);
  release();
  await (await answered).finished();
  // What the same answer has drawn further down.
  await expect(page.getByRole('group', { name: /open deals look like this one/ })).toBeVisible();
  expect(await people.boundingBox()).toEqual(before);
  await expect(take).toHaveCount(0);
  await page.getByLabel('Deal name').focus();
  await expect(page.getByRole('status').filter({ hasText: 'Priya Nair has most deals of this company.' })).toBeVisible();
  await take.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Priya Nair' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Deal owner' })).toBeFocused();
  await expect(take).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  const [deal] = await dealsNamed(stack, 'Of the usual owner');
  expect(deal?.values['owner']).toMatchObject([{ referenced_actor_id: owned }]);
});
