import type { Service } from './service.ts';

/** One thing Attio's documents or recordings say of the service; throws a Difference where it is not so. */
export type ConformanceCase = { name: string; run(service: Service): Promise<void> };

/** A record as answered, as far as cases look at it. */
export type WireRecord = {
  id: { workspace_id: string; object_id: string; record_id: string };
  created_at: string;
  web_url: string;
  values: Record<string, Record<string, unknown>[]>;
};

/** An attribute as answered, as far as cases look at it. */
export type WireAttribute = { id: { attribute_id: string }; api_slug: string; type: string; is_required: boolean };

/** Makes a record that is deleted when the case is over. */
export async function createRecord(service: Service, object: string, values: unknown): Promise<WireRecord> {
  const record = await service.data<WireRecord>('create-record', { object }, { body: { data: { values } } });
  const { record_id } = record.id;
  service.later(() => service.ask('delete-record', { object, record_id }));
  return record;
}

/** A member of the workspace who may own things. */
export async function someMember(service: Service): Promise<{ id: string; emailAddress: string }> {
  type Member = { id: { workspace_member_id: string }; email_address: string; access_level: string };
  const members = await service.data<Member[]>('list-members');
  const member = members.find(({ access_level }) => access_level !== 'suspended');
  if (!member) throw new Error('The workspace has no members');
  return { id: member.id.workspace_member_id, emailAddress: member.email_address };
}

/** Makes an attribute on companies, archived when the case is over. */
export async function createAttribute(
  service: Service,
  type: string,
  more: Record<string, unknown> = {},
  place: Record<string, string> = { target: 'objects', identifier: 'companies' },
): Promise<WireAttribute> {
  const slug = service.word().replace('-', '_');
  const body = {
    data: {
      title: slug,
      description: null,
      api_slug: slug,
      type,
      is_required: false,
      is_unique: false,
      is_multiselect: false,
      config: {},
      ...more,
    },
  };
  const attribute = await service.data<WireAttribute>('create-attribute', place, { body });
  service.later(() => service.ask('update-attribute', { ...place, attribute: slug }, { body: { data: { is_archived: true } } }));
  return attribute;
}
