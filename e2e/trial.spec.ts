import type { BrowserContext, Page } from '@playwright/test';
import { KillableBrowser } from './killable-browser.ts';
import { type AttioRecord, consent, expect, expectAlive, type Stack, signIn, test } from './stack.ts';

/** As many as the product promises to bring through all of this. */
const [drafts, unsent] = [200, 100];

const name = (page: Page) => page.getByLabel('Deal name');
const saved = (page: Page) => expect(page.getByText('Draft saved')).toBeVisible();
const keepForLater = async (page: Page) => {
  await page.getByRole('button', { name: 'Keep for later' }).click();
  await expect(name(page)).toHaveValue('');
};

/** A rep at a browser, to whom things happen. Each leaves a page with the form, and the deal that stood in it. */
class Rep {
  readonly #browser = new KillableBrowser();
  readonly #stack: Stack;
  #context: BrowserContext | null = null;
  page: Page;
  isOnline = true;

  private constructor(stack: Stack, page: Page) {
    this.#stack = stack;
    this.page = page;
  }

  static async sitDown(stack: Stack): Promise<Rep> {
    const rep = new Rep(stack, undefined as unknown as Page);
    await rep.#openBrowser();
    await signIn(rep.page, stack);
    // From here on the form is there without a connection too.
    await rep.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      while ((await caches.match('/new', { cacheName: 'pages' })) === undefined) await new Promise(requestAnimationFrame);
    });
    return rep;
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('The browser is closed');
    return this.#context;
  }

  async #openBrowser(): Promise<void> {
    this.#context = await this.#browser.start();
    this.page = this.#context.pages()[0] ?? (await this.#context.newPage());
    await this.#context.setOffline(!this.isOnline);
  }

  /** Waits until the page's script runs, also where the form is locked for a deal that waits. */
  #expectAlive = () => expect(this.page.locator('button[type=submit]:enabled', { hasText: 'Create deal' })).toBeVisible();

  async #openForm(): Promise<void> {
    await this.page.goto(`${this.#stack.url}/new`);
    await this.#expectAlive();
  }

  async setOnline(isOnline: boolean): Promise<void> {
    this.isOnline = isOnline;
    await this.context.setOffline(!isOnline);
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.#expectAlive();
  }

  /** The tab's own process ends in the middle. */
  async crashTab(): Promise<void> {
    const [crashed, session] = [this.page, await this.context.newCDPSession(this.page)];
    const gone = crashed.waitForEvent('crash');
    session.send('Page.crash').catch(() => undefined);
    await gone;
    this.page = await this.context.newPage();
    await crashed.close();
    await this.#openForm();
  }

  async killBrowser(): Promise<void> {
    // A browser takes half a minute to write its cookies to the disk. That a session ends is another disturbance.
    const cookies = await this.context.cookies();
    await this.#browser.kill();
    await this.#openBrowser();
    await this.context.addCookies(cookies);
    await this.#openForm();
  }

  /** The session ends; whoever it is signs in. */
  async signInAs(member: string): Promise<void> {
    await this.context.clearCookies({ name: 'dev-sid' });
    await this.page.goto(`${this.#stack.url}/new`);
    await this.page.getByRole('link', { name: 'Sign in with Attio' }).click();
    await consent(this.page, member);
    await this.#expectAlive();
  }

  async leave(): Promise<void> {
    await this.#browser.remove();
  }
}

/** Every deal of the workspace whose name begins so. */
async function dealsBeginning(stack: Stack, start: string): Promise<AttioRecord[]> {
  const filter = { name: { $starts_with: start } };
  const { json } = await stack.attio('POST', '/v2/objects/deals/records/query', { filter, limit: 500 });
  return json.data;
}
const nameIn = (deal: AttioRecord) => String(deal.values['name']?.[0]?.['value']);

test('no draft is lost over reloads, crashes, kills, lost connections, ended sessions and two tabs', async ({ stack }) => {
  test.setTimeout(900_000);
  const rep = await Rep.sitDown(stack);
  try {
    const written: string[] = [];
    const write = async (page: Page, title: string) => {
      await name(page).fill(title);
      await saved(page);
      written.push(title);
    };
    /** Two tabs write at the same time, and each keeps its own. */
    const secondTab = async () => {
      const other = await rep.context.newPage();
      await other.goto(`${stack.url}/new`);
      await expectAlive(other);
      // What was put aside stays in the list.
      await expect(name(other)).toHaveValue('');
      await Promise.all([write(other, `Draft ${written.length} of a second tab`), name(rep.page).press('End')]);
      await rep.page.keyboard.type('!');
      written[written.indexOf(`${await name(rep.page).inputValue()}`.slice(0, -1))] += '!';
      await saved(rep.page);
      await keepForLater(other);
      await other.close();
    };
    const disturbances = [
      () => rep.reload(),
      () => rep.crashTab(),
      () => rep.killBrowser(),
      () => rep.signInAs('Ana Kovač'),
      async () => {
        await rep.setOnline(false);
        await rep.reload();
        await rep.setOnline(true);
      },
      secondTab,
    ];
    while (written.length < drafts) {
      const title = `Draft ${written.length}`;
      await write(rep.page, title);
      if (written.length % 8 === 0) {
        await disturbances[(written.length / 8) % disturbances.length]?.();
        await expect(name(rep.page)).toHaveValue(new RegExp(`^${title}!?$`));
      }
      await keepForLater(rep.page);
    }
    await rep.page.getByRole('button', { name: `${written.length} drafts` }).click();
    const list = rep.page.getByRole('dialog', { name: 'Drafts' });
    const listed = await list
      .getByRole('button', { name: /^Go on with/ })
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
    expect(listed.sort()).toEqual(written.map((title) => `Go on with “${title}”`).sort());
    expect(await dealsBeginning(stack, 'Draft ')).toEqual([]);
  } finally {
    await rep.leave();
  }
});

test('what could not be sent goes out once, as whoever wrote it, whatever happens to the browser meanwhile', async ({
  stack,
}) => {
  test.setTimeout(900_000);
  const rep = await Rep.sitDown(stack);
  try {
    await rep.setOnline(false);
    for (let at = 0; at < unsent; at += 1) {
      await name(rep.page).fill(`Unsent ${at}`);
      await rep.page.keyboard.press('Control+Enter');
      await expect(rep.page.getByRole('alert').filter({ hasText: 'No connection.' })).toBeVisible();
      if (at % 10 === 9) {
        await [() => rep.reload(), () => rep.crashTab(), () => rep.killBrowser()][Math.floor(at / 10) % 3]?.();
        await expect(rep.page.getByRole('alert').filter({ hasText: 'No connection.' })).toBeVisible();
      }
      await rep.page.getByRole('button', { name: 'Start another deal' }).click();
      await expect(name(rep.page)).toHaveValue('');
    }
    await expect(rep.page.getByRole('button', { name: `${unsent} to be sent` })).toBeVisible();

    // Somebody else at the same browser: theirs goes out, and nothing of Ana's.
    await rep.context.clearCookies({ name: 'dev-sid' });
    await rep.setOnline(true);
    await rep.signInAs('Priya Nair');
    await name(rep.page).fill('Unsent by Priya');
    await rep.page.keyboard.press('Control+Enter');
    await expect(rep.page.getByRole('heading', { name: 'Deal created' })).toBeVisible();
    expect((await dealsBeginning(stack, 'Unsent')).map(nameIn)).toEqual(['Unsent by Priya']);

    await rep.signInAs('Ana Kovač');
    // Two tabs see them at once.
    await (await rep.context.newPage()).goto(`${stack.url}/new`);
    await expect.poll(async () => (await dealsBeginning(stack, 'Unsent')).length, { timeout: 120_000 }).toBe(unsent + 1);
    const sent = await dealsBeginning(stack, 'Unsent ');
    const names = sent.map(nameIn);
    expect(new Set(names).size).toBe(unsent + 1);
    const owners = new Map(sent.map((deal) => [nameIn(deal), JSON.stringify(deal.values['owner']?.[0])]));
    const priyas = owners.get('Unsent by Priya');
    expect([...owners].filter(([, owner]) => owner === priyas).map(([deal]) => deal)).toEqual(['Unsent by Priya']);
    await expect(rep.page.getByRole('button', { name: /to be sent$/ })).toHaveCount(0);
  } finally {
    await rep.leave();
  }
});
