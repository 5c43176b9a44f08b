import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

/** Takes a picture of the page, named after its state and its look. */
async function takePicture(page: Page, state: string, pictures: string): Promise<void> {
  const { scheme, width, language } = await page.evaluate(() => ({
    scheme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    width: innerWidth,
    language: document.documentElement.lang,
  }));
  const name = `${state} ${language} ${scheme} ${width}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/**
 * Axe finds nothing on the page as it stands, and it does not scroll sideways. `state` names it in a failure, and its pictures: with
 * `STATE_PICTURES` they are taken of each state, in a folder of that name. A test that does not go through the looks itself has one
 * narrow and dark beside its own.
 */
export async function expectClean(page: Page, state: string): Promise<void> {
  // What fades in is judged when it stands.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const pictures = process.env.STATE_PICTURES;
  if (pictures) {
    await takePicture(page, state, pictures);
    const viewport = page.viewportSize();
    if (viewport && !test.info().tags.includes('@looks')) {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 360, height: viewport.height });
      await takePicture(page, state, pictures);
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: null });
    }
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${state}: ${id} at ${nodes.map(({ target }) => target).join(', ')}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${state} scrolls sideways`).toBe(0);
}
