import { type ConformanceCase, createAttribute, someMember } from './conformance-case.ts';
import { expectPart } from './service.ts';

const companies = { target: 'objects', identifier: 'companies' };

export const configurationCases: readonly ConformanceCase[] = [
  {
    name: 'the token identifies its workspace',
    async run(service) {
      const { body } = await service.ask('identify');
      expectPart(body, { active: true, token_type: 'Bearer', exp: null, iss: 'attio.com' });
    },
  },
  {
    name: 'people and companies are objects, by slug and by id',
    async run(service) {
      const objects = await service.data<{ api_slug: string; id: { object_id: string } }[]>('list-objects');
      for (const slug of ['people', 'companies']) {
        const listed = objects.find(({ api_slug }) => api_slug === slug);
        expectPart(await service.data('get-object', { object: slug }), listed);
        expectPart(await service.data('get-object', { object: listed?.id.object_id ?? '' }), listed);
      }
    },
  },
  {
    name: 'an object is renamed, and a slug that is taken stays taken',
    async run(service) {
      const nouns = await service.data<{ singular_noun: string; plural_noun: string }>('get-object', { object: 'companies' });
      const renamed = { singular_noun: 'Firm', plural_noun: 'Firms' };
      service.later(() => {
        const { singular_noun, plural_noun } = nouns;
        return service.ask('update-object', { object: 'companies' }, { body: { data: { singular_noun, plural_noun } } });
      });
      expectPart(await service.data('update-object', { object: 'companies' }, { body: { data: renamed } }), renamed);
      const body = { data: { api_slug: 'people', singular_noun: 'Person', plural_noun: 'People' } };
      await service.refused({ status: 409, code: 'slug_conflict' }, 'create-object', {}, { body });
    },
  },
  {
    name: 'the standard attributes of companies and people have their types',
    async run(service) {
      const types = {
        companies: { name: 'text', domains: 'domain' },
        people: { name: 'personal-name', email_addresses: 'email-address' },
      };
      for (const [identifier, expected] of Object.entries(types)) {
        const all = await service.data<{ api_slug: string; type: string }[]>('list-attributes', {
          target: 'objects',
          identifier,
        });
        for (const [slug, type] of Object.entries(expected)) {
          expectPart(
            all.find(({ api_slug }) => api_slug === slug),
            { type, is_system_attribute: true, is_archived: false },
          );
          expectPart(await service.data('get-attribute', { target: 'objects', identifier, attribute: slug }), {
            api_slug: slug,
            type,
          });
        }
      }
    },
  },
  {
    name: 'an attribute is made, renamed and archived',
    async run(service) {
      const { api_slug } = await createAttribute(service, 'text');
      const place = { ...companies, attribute: api_slug };
      expectPart(await service.data('update-attribute', place, { body: { data: { title: 'Renamed' } } }), { title: 'Renamed' });
      await service.refused({ status: 409, code: 'slug_conflict' }, 'create-attribute', companies, {
        body: {
          data: {
            ...{ title: 'Twin', description: null, api_slug, type: 'text', config: {} },
            ...{ is_required: false, is_unique: false, is_multiselect: false },
          },
        },
      });
    },
  },
  {
    name: 'options are made, renamed, archived and hidden',
    async run(service) {
      const { api_slug } = await createAttribute(service, 'select');
      const place = { ...companies, attribute: api_slug };
      const made = await service.data<{ id: { option_id: string } }>('create-option', place, {
        body: { data: { title: 'High' } },
      });
      expectPart(made, { title: 'High', is_archived: false });
      await service.refused(
        { status: 409, code: 'slug_conflict', message: 'There is already another select option with the title "High".' },
        'create-option',
        place,
        { body: { data: { title: 'High' } } },
      );
      const option = { ...place, option: made.id.option_id };
      await service.data('update-option', option, { body: { data: { title: 'Higher' } } });
      expectPart(await service.data('list-options', place), [{ title: 'Higher' }]);
      await service.data('update-option', option, { body: { data: { is_archived: true } } });
      expectPart(await service.data('list-options', place), []);
      expectPart(await service.data('list-options', place, { query: { show_archived: 'true' } }), [{ is_archived: true }]);
      await service.refused({ status: 400, code: 'validation_type' }, 'create-status', place, {
        body: { data: { title: 'Lead' } },
      });
    },
  },
  {
    name: 'a missing object or attribute is a 404 in its words',
    async run(service) {
      await service.refused(
        { status: 404, code: 'not_found', message: 'Attribute with slug/ID "no_such_thing" not found.' },
        'get-attribute',
        { ...companies, attribute: 'no_such_thing' },
      );
      await service.refused({ status: 404, code: 'not_found' }, 'get-object', { object: 'no_such_thing' });
    },
  },
  {
    name: 'members are listed and read',
    async run(service) {
      const { id, emailAddress } = await someMember(service);
      expectPart(await service.data('get-member', { workspace_member_id: id }), { email_address: emailAddress });
      const nobody = '50cf242c-7fa3-4cad-87d0-75b1af71c57b';
      await service.refused(
        { status: 404, code: 'not_found', message: `Workspace member with ID "${nobody}" not found.` },
        'get-member',
        { workspace_member_id: nobody },
      );
    },
  },
];
