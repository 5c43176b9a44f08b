import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestClient, type TestClient } from '../test-client.ts';

let client: TestClient;
beforeAll(async () => {
  client = await startTestClient();
});
afterAll(() => client.close());

async function newRecord(object: string, values: unknown): Promise<string> {
  const { body } = await client.ask('POST', `/v2/objects/${object}/records`, { data: { values } });
  return (body as { data: { web_url: string } }).data.web_url;
}
async function openPage(url: string) {
  const response = await fetch(url);
  return { status: response.status, headers: response.headers, page: await response.text() };
}

const hostile = '<img src=x onerror=alert(1)> "quoted" & عقد';

describe("a record's page", () => {
  it('says what the record holds in words: title, stage, member, money, linked names', async () => {
    const url = await newRecord('deals', {
      name: 'Grand deal',
      stage: 'Won 🎉',
      owner: 'ana@northwind.com',
      value: 4200.5,
      associated_people: ['bo@globex.com', 'joana@globex.com'],
      associated_company: 'globex.com',
      close_date: '2027-03-01',
      products: ['Platform', 'Support'],
      needs_legal_review: true,
    });
    const { status, page, headers } = await openPage(url);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain('<h1><bdi>Grand deal</bdi></h1>');
    expect(page).toContain('<p class="noun">Deal</p>');
    for (const [title, words] of [
      ['Deal stage', 'Won 🎉'],
      ['Deal owner', 'Ana Kovač'],
      ['Deal value', '$4,200.50'],
      ['Expected close date', 'March 1, 2027'],
      ['Needs legal review', 'Yes'],
    ]) {
      expect(page).toContain(`<dt><bdi>${title}</bdi></dt><dd><bdi>${words}</bdi></dd>`);
    }
    expect(page).toMatch(/<a href="\/northwind\/company\/[0-9a-f-]{36}"><bdi>Globex<\/bdi><\/a>/);
    expect(page).toMatch(/<a href="\/northwind\/person\/[0-9a-f-]{36}"><bdi>Joana Reis<\/bdi><\/a>/);
    expect(page).toContain('<li><bdi>Platform</bdi></li><li><bdi>Support</bdi></li>');
    expect(page).not.toContain('Seats');
  });

  it('shows hostile and right-to-left text as text', async () => {
    const url = await newRecord('deals', { name: hostile, stage: 'Lead', owner: 'ana@northwind.com' });
    const { page } = await openPage(url);
    expect(page).toContain('<h1><bdi>&lt;img src=x onerror=alert(1)&gt; &quot;quoted&quot; &amp; عقد</bdi></h1>');
    expect(page).not.toContain('<img');
  });

  it('allows nothing but its own style, and is not for search engines', async () => {
    const { page, headers } = await openPage(await newRecord('companies', { name: 'Acme' }));
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(page).toContain('<meta name="robots" content="noindex">');
  });

  it('stands at the paths of real web_urls: person, company, and the slug of the others', async () => {
    await client.ask('POST', '/v2/objects', {
      data: { api_slug: 'projects', singular_noun: 'Project', plural_noun: 'Projects' },
    });
    for (const [object, values, path] of [
      ['people', { name: 'Lovelace, Ada' }, /\/northwind\/person\//],
      ['companies', { name: 'Engines' }, /\/northwind\/company\//],
      ['projects', { name: 'Bridge' }, /\/northwind\/projects\/record\//],
    ] as const) {
      const url = await newRecord(object, values);
      expect(url).toMatch(path);
      expect((await openPage(url)).status).toBe(200);
    }
  });

  it.each(['deals/record/5a4d8cf1-0b0e-4c51-9d5c-0d3a15119000', 'person/nonsense', 'nothings/record/1', 'else'])(
    'is a 404 page at %s',
    async (path) => {
      const { status, page } = await openPage(`${client.url}/northwind/${path}`);
      expect(status).toBe(404);
      expect(page).toContain('<h1>Not found</h1>');
    },
  );
});

describe('the front page', () => {
  it('says what this is and lists the newest deals', async () => {
    await newRecord('deals', { name: 'Brand new', stage: 'Lead', owner: 'ana@northwind.com' });
    const { status, page } = await openPage(client.url);
    expect(status).toBe(200);
    expect(page).toContain('everything in it is made up');
    expect(page).toMatch(/<ul class="records">\s*<li><a href="\/northwind\/deals\/record\/[0-9a-f-]{36}"><bdi>Brand new<\/bdi>/);
  });
});

describe('web_url', () => {
  it('of an object with the name of what every object inherits is a path all the same', async () => {
    await client.ask('POST', '/v2/objects', {
      data: { api_slug: 'constructor', singular_noun: 'Builder', plural_noun: 'Builders' },
    });
    const url = await newRecord('constructor', { name: 'Bob' });
    expect(url).toMatch(/\/northwind\/constructor\/record\//);
    expect((await openPage(url)).status).toBe(200);
  });

  it('leads where the sandbox was told', async () => {
    const other = await startTestClient({ seed: 'empty', appUrl: 'https://crm.example.com' });
    try {
      const values = { name: 'x', stage: 'Lead', owner: 'ana@northwind.com' };
      const { body } = await other.ask('POST', '/v2/objects/deals/records', { data: { values } });
      expect(body).toMatchObject({
        data: { web_url: expect.stringMatching(/^https:\/\/crm\.example\.com\/northwind\/deals\/record\//) },
      });
    } finally {
      await other.close();
    }
  });
});
