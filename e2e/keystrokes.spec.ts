import type { Page } from '@playwright/test';
import { dealsNamed, expect, type Stack, test } from './stack.ts';

/**
 * The budget of a deal, counted in keys as the keystroke-level model does: a chord is as many keys as it has. An 18-character name, a
 * stage other than the first, owner me, a 5-digit value, two people and a company that are there, and then the record itself.
 */
const budget = { typed: 41, suggested: 23 } as const;

/** A keyboard that counts, and the only thing these tests touch. */
function countingKeyboard(page: Page) {
  let keys = 0;
  return {
    count: () => keys,
    async type(text: string) {
      keys += text.length;
      await page.keyboard.type(text);
    },
    async press(...chords: string[]) {
      for (const chord of chords) {
        keys += chord.split('+').length;
        await page.keyboard.press(chord);
      }
    },
  };
}

async function enterDeal(page: Page, stack: Stack, name: string | null): Promise<number> {
  const keyboard = countingKeyboard(page);
  const loads: string[] = [];
  page.on('framenavigated', (frame) => loads.push(frame.url()));
  const company = page.getByRole('combobox', { name: 'Associated company' });
  await expect(company).toBeFocused();
  await keyboard.type('glo');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Globex');
  await keyboard.press('Enter', 'Tab');
  await expect(page.getByLabel('Deal name')).toBeFocused();
  if (name !== null) await keyboard.type(name);
  await keyboard.press('Tab');
  await keyboard.type('48000');
  await keyboard.press('Tab');
  await keyboard.type('i');
  await keyboard.press('Tab', 'Tab');
  const people = page.getByRole('listbox', { name: 'Associated people' }).getByRole('option');
  await expect(page.getByRole('combobox', { name: 'Associated people' })).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(people.first()).toBeVisible();
  await keyboard.press('Enter', 'ArrowDown', 'Enter');
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('link', { name: 'Open in Attio' })).toBeFocused();
  const opened = page.context().waitForEvent('page');
  await keyboard.press('Enter');
  await (await opened).close();
  expect(loads).toEqual([]);

  const wanted = name ?? `Globex – ${new Date().toLocaleDateString('en-US', { month: 'long', year: 'numeric' })}`;
  const [deal, ...others] = await dealsNamed(stack, wanted);
  expect(others).toEqual([]);
  expect(deal?.values).toMatchObject({
    stage: [{ status: { title: 'In Progress' } }],
    value: [{ currency_value: 48_000 }],
    associated_company: [{ target_object: 'companies' }],
    associated_people: [{ target_object: 'people' }, { target_object: 'people' }],
  });
  return keyboard.count();
}

test('a deal whose name is typed takes no more keys than its budget, and no mouse', async ({ signedIn: page, stack }) => {
  const name = 'Globex roll-out 18';
  expect(name).toHaveLength(18);
  expect(await enterDeal(page, stack, name)).toBeLessThanOrEqual(budget.typed);
});

test('with the suggested name it takes hardly half of them', async ({ signedIn: page, stack }) => {
  expect(await enterDeal(page, stack, null)).toBeLessThanOrEqual(budget.suggested);
});

test('a suggestion is a suggestion: it says how it is taken, gives way to what is typed, and goes with its company', async ({
  signedIn: page,
}) => {
  const name = page.getByLabel('Deal name');
  await expect(name).not.toHaveAttribute('placeholder');
  await page.getByRole('combobox', { name: 'Associated company' }).fill('Initech');
  await page.keyboard.press('Enter');
  await expect(name).toHaveAttribute('placeholder', /^Initech – /);
  await expect(name).toHaveAccessibleDescription(/Tab takes the suggestion: Initech – /);
  await name.focus();
  await page.keyboard.press('Shift+Tab');
  await expect(name).toHaveValue('');
  await name.fill('My own');
  await page.keyboard.press('Tab');
  await expect(name).toHaveValue('My own');
  await name.fill('');
  await page.getByRole('button', { name: /^Use “Initech – / }).click();
  await expect(name).toHaveValue(/^Initech – /);
  await name.fill('');
  await page.getByRole('button', { name: 'Remove Initech' }).click();
  await expect(name).not.toHaveAttribute('placeholder');
});
