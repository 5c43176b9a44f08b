import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestClient, type TestClient } from '../test-client.ts';

let client: TestClient;
beforeAll(async () => {
  client = await startTestClient({ seed: 'empty' });
});
afterAll(() => client.close());

describe('changing an object', () => {
  const change = async (slug: string, data: unknown) => {
    const { status, body } = await client.ask('PATCH', `/v2/objects/${slug}`, { data });
    return { status, body: body as Record<string, unknown> };
  };

  it('gives it other words and another slug, which its references follow', async () => {
    const object = { api_slug: 'bridges', singular_noun: 'Bridge', plural_noun: 'Bridges' };
    await client.ask('POST', '/v2/objects', { data: object });
    const { body: bridge } = await client.ask('POST', '/v2/objects/bridges/records', { data: { values: { name: 'Rialto' } } });
    const target_record_id = (bridge as { data: { id: { record_id: string } } }).data.id.record_id;
    const config = { record_reference: { allowed_objects: ['bridges'] } };
    const flags = { is_required: false, is_unique: false, is_multiselect: false };
    const attribute = { title: 'Bridge', description: null, api_slug: 'bridge', type: 'record-reference', ...flags, config };
    await client.ask('POST', '/v2/objects/deals/attributes', { data: attribute });
    const written = {
      name: 'x',
      stage: 'Lead',
      owner: 'ana@northwind.com',
      bridge: { target_object: 'bridges', target_record_id },
    };
    await client.ask('POST', '/v2/objects/deals/records', { data: { values: written } });

    expect((await change('bridges', { singular_noun: 'Viaduct' })).body).toMatchObject({
      data: { api_slug: 'bridges', singular_noun: 'Viaduct', plural_noun: 'Bridges' },
    });
    expect((await change('bridges', { api_slug: 'viaducts' })).body).toMatchObject({ data: { api_slug: 'viaducts' } });
    const filter = { bridge: { target_object: 'viaducts', target_record_id } };
    const { body: found } = await client.ask('POST', '/v2/objects/deals/records/query', { filter });
    expect(found).toMatchObject({ data: [{ values: { bridge: [{ target_object: 'viaducts', target_record_id }] } }] });
  });

  it('is refused when it changes nothing, takes a name or renames what is standard', async () => {
    expect(await change('deals', {})).toMatchObject({
      status: 400,
      body: {
        code: 'validation_type',
        message: 'You passed an empty payload. Please ensure you are updating at least one property in your request.',
      },
    });
    expect(await change('nothings', { plural_noun: 'x' })).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await change('deals', { api_slug: 'people' })).toMatchObject({
      status: 409,
      body: { code: 'slug_conflict', message: 'Failed to update object. Please ensure api_slug is unique.' },
    });
    expect(await change('deals', { api_slug: 'chances' })).toMatchObject({ status: 400 });
    for (const singular_noun of ['', null, 7]) expect((await change('deals', { singular_noun })).status).toBe(400);
    expect((await change('deals', { api_slug: 'deals', singular_noun: 'Deal' })).status).toBe(200);
  });
});
