import type { Page } from '@playwright/test';
import { dealsNamed, expect, type Stack } from './stack.ts';

/** Pastes where the focus is, as a clipboard does. */
export const pasteAtFocus = (page: Page, text: string): Promise<void> =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

/** Opens the page of several deals and pastes into it. */
export async function pasteRows(page: Page, stack: Stack, text: string): Promise<void> {
  await page.goto(`${stack.url}/bulk`);
  await expect(page.getByRole('textbox', { name: 'Paste rows' })).toBeVisible();
  await pasteAtFocus(page, text);
}

export const rows = (page: Page) => page.getByRole('region', { name: 'Rows' }).locator('tbody').getByRole('row');
export const row = (page: Page, name: string) => rows(page).filter({ hasText: name });
export const createButton = (page: Page, words: string) => page.getByRole('button', { name: words });

/** How many of these are in Attio, name by name. */
export const countOf = (stack: Stack, names: readonly string[]): Promise<number[]> =>
  Promise.all(names.map(async (name) => (await dealsNamed(stack, name)).length));

/** Has several deals wait for so long before they go to Attio. */
export async function wantBulkHold(page: Page, stack: Stack, hold: string): Promise<void> {
  await page.goto(`${stack.url}/preferences`);
  await page.getByRole('group', { name: 'Several deals at once' }).getByRole('radio', { name: hold }).check();
}
