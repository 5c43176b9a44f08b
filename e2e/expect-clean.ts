import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Axe finds nothing on the page as it stands, and it does not scroll sideways. `state` names it in a failure, and its picture: with
 * `STATE_PICTURES` one is taken of each state, in a folder of that name.
 */
export async function expectClean(page: Page, state: string): Promise<void> {
  // What fades in is judged when it stands.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const pictures = process.env.STATE_PICTURES;
  if (pictures) {
    const { scheme, width } = await page.evaluate(() => ({
      scheme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
      width: innerWidth,
    }));
    const name = `${state} ${scheme} ${width}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${state}: ${id} at ${nodes.map(({ target }) => target).join(', ')}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${state} scrolls sideways`).toBe(0);
}
