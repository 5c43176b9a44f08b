import { expect, pick, signIn, test } from './stack.ts';

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
