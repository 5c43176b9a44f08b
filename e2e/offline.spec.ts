import type { Page } from '@playwright/test';
import { attioError, createLine } from '../src/server/testing/fault-proxy.ts';
import { expectClean } from './expect-clean.ts';
import { startReverseProxy } from './reverse-proxy.ts';
import { dealsNamed, expect, signIn, test } from './stack.ts';

/** Waits until this browser keeps a page. */
const isKept = (page: Page, path = '/new') =>
  expect
    .poll(() =>
      page.evaluate(async (kept) => {
        await navigator.serviceWorker.ready;
        return (await caches.match(kept, { cacheName: 'pages' })) !== undefined;
      }, path),
    )
    .toBe(true);

/** Takes the connection away from a page that is kept and has been touched. */
async function goOffline(page: Page): Promise<void> {
  await isKept(page);
  await page.keyboard.press('Tab');
  await page.context().setOffline(true);
}

/** Sends a deal that cannot go out yet, and goes on to the next. */
async function leaveWaiting(page: Page, name: string): Promise<void> {
  await page.getByLabel('Deal name').fill(name);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Start another deal' }).click();
}

const keys = (page: Page) => page.evaluate(() => caches.keys());

test('the form opens and works without a connection, and what is sent goes out once when there is one', async ({
  signedIn: page,
  context,
  stack,
}) => {
  await isKept(page);
  await page.keyboard.type('Glo');
  await expect(page.getByRole('option', { name: /Globex/ }).first()).toBeVisible();
  for (let key = 0; key < 3; key += 1) await page.keyboard.press('Backspace');

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('Offline. Deals wait on this device.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Associated company' }).fill('Globex');
  await expect(page.getByRole('group', { name: 'Known on this device' }).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Remove/ }).first()).toBeVisible();
  await page.getByLabel('Deal name').fill('Written in a tunnel');
  await page.getByLabel('Deal value').fill('48k');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'No connection.' })).toContainText('goes out by itself, once');

  await page.getByRole('button', { name: 'Start another deal' }).click();
  await expect(page.getByRole('button', { name: '1 to be sent' })).toBeVisible();
  await page.getByLabel('Deal name').fill('Second of the tunnel');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'No connection.' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: '1 to be sent' })).toBeVisible();
  await expect(page.getByLabel('Deal name')).toHaveValue('Second of the tunnel');

  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  await expect.poll(async () => (await dealsNamed(stack, 'Written in a tunnel')).length).toBe(1);
  expect(await dealsNamed(stack, 'Second of the tunnel')).toHaveLength(1);
  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: /to be sent/ })).toHaveCount(0);
});

test('the form opens also where a proxy answers for a server that is not there, or nobody answers in time', async ({
  signedIn: page,
  stack,
}) => {
  test.slow();
  // Cookies are of a host, whatever its port.
  const proxy = await startReverseProxy(stack.url);
  try {
    await page.goto(`${proxy.url}/new`);
    await isKept(page);
    const outages: number[] = [];
    for (const status of [502, 503, 504]) {
      proxy.inItsPlace = (_, response) => {
        outages.push(status);
        response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
      };
      await page.goto(`${proxy.url}/new`);
      await expect(page.getByRole('heading', { name: 'New deal' })).toBeVisible();
    }
    expect(outages).toEqual([502, 503, 504]);
    await page.getByLabel('Deal name').fill('Written in an outage');
    await expect(page.getByText('Draft saved')).toBeVisible();
    proxy.inItsPlace = () => undefined;
    await page.goto(`${proxy.url}/new`, { waitUntil: 'commit' });
    await expect(page.getByLabel('Deal name')).toHaveValue('Written in an outage');
    // What it kept is not what the proxy said.
    proxy.inItsPlace = null;
    await page.goto(`${proxy.url}/new`);
    await expect(page.getByLabel('Deal name')).toHaveValue('Written in an outage');
  } finally {
    await page.close();
    await proxy.close();
  }
});

test('what waits for a connection can still be changed, in the form and from the list', async ({
  signedIn: page,
  context,
  stack,
}) => {
  await goOffline(page);
  await page.getByLabel('Deal name').fill('Not yet right');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Change it' }).click();
  await leaveWaiting(page, 'Right in the form');
  await leaveWaiting(page, 'Wrong in the list');

  await page.getByRole('button', { name: '2 to be sent' }).click();
  await page.getByRole('button', { name: 'Change “Wrong in the list”' }).click();
  await expect(page.getByRole('dialog', { name: 'To be sent' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: '1 draft' }).click();
  await page.getByRole('button', { name: 'Go on with “Wrong in the list”' }).click();
  await expect(page.getByLabel('Deal name')).toHaveValue('Wrong in the list');

  await context.setOffline(false);
  await expect.poll(async () => (await dealsNamed(stack, 'Right in the form')).length).toBe(1);
  await page.getByLabel('Deal name').fill('Right in the list');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  for (const name of ['Not yet right', 'Wrong in the list']) expect(await dealsNamed(stack, name)).toHaveLength(0);
  expect(await dealsNamed(stack, 'Right in the list')).toHaveLength(1);
});

test('without a connection each address shows its own page, also one that was never opened, and only to whoever is signed in', async ({
  signedIn: page,
  context,
  stack,
}) => {
  const headings = { '/submissions': 'My deals', '/bulk': 'Several deals', '/preferences': 'Preferences', '/new': 'New deal' };
  for (const path of Object.keys(headings)) await isKept(page, path);
  await context.setOffline(true);
  for (const [path, name] of Object.entries(headings)) {
    await page.goto(stack.url + path);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.locator('header summary')).toContainText('Ana');
  }
  await context.setOffline(false);
  // Her session ends without a sign-out, and somebody else signs in.
  await context.clearCookies();
  await signIn(page, stack, 'Tomás Ferreira');
  const ofHers = () =>
    page.evaluate(async () => {
      const cache = await caches.open('pages');
      const kept = await Promise.all((await cache.keys()).map(async (request) => (await cache.match(request))?.text()));
      return kept.filter((text) => text?.includes('"name":"Ana Kovač"') && !text.includes('"name":"Tomás Ferreira"')).length;
    });
  await expect.poll(ofHers).toBe(0);
  await isKept(page, '/submissions');
  await context.setOffline(true);
  await page.goto(`${stack.url}/submissions`);
  await expect(page.locator('header summary')).toContainText('Tomás');
});

test('what waits is listed under My deals and goes out from there, and from any other page', { tag: '@states' }, async ({
  signedIn: page,
  context,
  stack,
}) => {
  test.slow();
  await isKept(page);
  for (const path of ['/submissions', '/preferences', '/new']) {
    await page.goto(stack.url + path);
    await isKept(page, path);
  }
  await goOffline(page);
  for (const name of ['From the list', 'Changed in the list']) await leaveWaiting(page, name);
  await page.goto(`${stack.url}/submissions`);
  const here = page.getByRole('region', { name: '2 deals wait in this browser' });
  await expect(here.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('alert').filter({ hasText: 'Your deals could not be loaded.' })).toBeVisible();
  await expectClean(page, 'waiting under my deals');
  await here.getByRole('button', { name: 'Change “Changed in the list”' }).click();
  await expect(page.getByRole('group', { name: '“Changed in the list” is a draft again. Nothing was sent.' })).toBeFocused();

  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 2, name: 'From the list' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('region', { name: /in this browser$/ })).toHaveCount(0);
  await expect.poll(async () => (await dealsNamed(stack, 'From the list')).length).toBe(1);
  await page.getByRole('link', { name: 'Go on with it' }).click();
  await expect(page.getByLabel('Deal name')).toHaveValue('Changed in the list');

  // One that stands in the form goes out as well, and is told of there.
  await goOffline(page);
  await page.getByLabel('Deal name').fill('From the preferences');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'No connection.' })).toBeVisible();
  await page.goto(`${stack.url}/preferences`);
  await expect(page.getByRole('heading', { name: 'Preferences' })).toBeVisible();
  expect(await dealsNamed(stack, 'From the preferences')).toHaveLength(0);
  await context.setOffline(false);
  await expect.poll(async () => (await dealsNamed(stack, 'From the preferences')).length).toBe(1);
  await page.goto(`${stack.url}/new`);
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  for (const name of ['From the list', 'From the preferences']) expect(await dealsNamed(stack, name)).toHaveLength(1);
  expect(await dealsNamed(stack, 'Changed in the list')).toHaveLength(0);
});

test('a deal that is refused when it goes out at last is a draft again, with the reason', async ({ page, context, faulty }) => {
  await signIn(page, faulty);
  await goOffline(page);
  await leaveWaiting(page, 'Refused later');
  faulty.proxy.faults.set(createLine, attioError(400, 'validation_type', 'The name is not to our taste.'));
  await context.setOffline(false);
  await page.getByRole('button', { name: '1 draft' }).click();
  await expect(page.getByRole('dialog', { name: 'Drafts' })).toContainText('Came back, and is not in Attio');
  await page.getByRole('button', { name: 'Go on with “Refused later”' }).click();
  // The reason stands in the list too, and behind an open window nothing is sent.
  await expect(page.getByRole('dialog', { name: 'Drafts' })).toBeHidden();
  await expect(page.getByRole('alert').filter({ hasText: 'The name is not to our taste.' })).toBeVisible();
  faulty.proxy.faults.clear();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  expect(await dealsNamed(faulty, 'Refused later')).toHaveLength(1);
});

test('whoever signs out leaves no page behind, and another person sends nothing of theirs', async ({
  signedIn: page,
  context,
  stack,
}) => {
  await goOffline(page);
  await leaveWaiting(page, 'Kept by Ana for later');
  await expect(page.getByRole('button', { name: '1 to be sent' })).toBeVisible();
  // The session ends elsewhere, so that nothing goes out.
  await context.clearCookies();
  await context.setOffline(false);
  await page.goto(`${stack.url}/new`);
  await signIn(page, stack, 'Tomás Ferreira');
  await page.getByLabel('Deal name').fill('Sent by Tomás');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
  expect(await dealsNamed(stack, 'Kept by Ana for later')).toHaveLength(0);

  await page.locator('header summary').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in with Attio' })).toBeVisible();
  await expect.poll(() => keys(page)).not.toContain('pages');

  await signIn(page, stack);
  await expect.poll(async () => (await dealsNamed(stack, 'Kept by Ana for later')).length).toBe(1);
});
