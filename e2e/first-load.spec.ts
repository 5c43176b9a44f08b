import { gzipSync } from 'node:zlib';
import { layoutShift, watchLayoutShifts } from './layout-shifts.ts';
import { expect, signIn, test } from './stack.ts';

test('the form is there within its budget of bytes and requests', async ({ page, stack }) => {
  await signIn(page, stack);
  const loaded: { path: string; type: string; body: Buffer }[] = [];
  page.on('response', async (response) => {
    const body = await response.body();
    loaded.push({ path: new URL(response.url()).pathname, type: response.request().resourceType(), body });
  });
  await page.goto(`${stack.url}/new`, { waitUntil: 'networkidle' });
  await expect(page.getByLabel('Deal name')).toBeEditable();

  expect(loaded.length).toBeLessThanOrEqual(3);
  const scripts = loaded.filter(({ type }) => type === 'script');
  expect(scripts.length).toBeGreaterThan(0);
  const scriptBytes = scripts.reduce((sum, { body }) => sum + gzipSync(body, { level: 9 }).length, 0);
  expect(scriptBytes).toBeLessThanOrEqual(115_000);
});

test('scripts are served compressed and for good, documents compressed and never stored', async ({ page, stack }) => {
  await signIn(page, stack);
  const [document, script] = await Promise.all([
    page.waitForResponse((response) => response.request().resourceType() === 'document'),
    page.waitForResponse((response) => response.request().resourceType() === 'script'),
    page.goto(`${stack.url}/new`),
  ]);
  expect(await script.headerValue('content-encoding')).toBe('br');
  expect(await script.headerValue('cache-control')).toContain('immutable');
  expect(await document.headerValue('content-encoding')).toBe('br');
  expect(await document.headerValue('cache-control')).toBe('no-store');
});

test('nothing moves while the page comes to life and while a deal is typed', async ({ signedIn: page }) => {
  // Deals that look alike are told beneath all that is typed into, and whenever Attio answers: that moves the button, and only it.
  await page.route('**/api/duplicates', () => {});
  await watchLayoutShifts(page);
  await page.reload({ waitUntil: 'networkidle' });
  await page.keyboard.type('Globex');
  await expect(page.getByRole('listbox', { name: 'Associated company' }).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByLabel('Deal name').fill('Calm');
  await page.getByLabel('Deal value').fill('48k');
  await expect(page.getByText('$48,000.00')).toBeVisible();
  expect(await layoutShift(page)).toBeLessThan(0.01);
});
