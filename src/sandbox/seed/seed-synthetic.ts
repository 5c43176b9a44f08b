import type { Sandbox } from '../sandbox.ts';
import { valueTypes } from '../values/registry.ts';
import type { Fields } from '../values/value-type.ts';
import type { Attribute } from '../workspace/attribute.ts';
import { timestamp } from '../workspace/timestamp.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';
import { RecordLoader } from './record-loader.ts';
import { stableUuid } from './stable-uuid.ts';
import { BLOCK, type SyntheticCompany, type SyntheticPerson, syntheticBlock } from './synthetic-block.ts';

// The newest record is of this moment, each of the others a minute older than the next.
const NEWEST = Date.UTC(2026, 0, 5, 8);
const MINUTE = 60_000;
const BLOCKS_AT_ONCE = 25;

/**
 * Makes `count` companies and as many people who work there; for trying things out at size. Their values are in the form that
 * the API would bring them into, but written as they are: nothing here can conflict. Yields how many records are written, now
 * and then; they cannot be searched before `search.finishLoading`.
 */
export function* seedSynthetic(sandbox: Sandbox, count: number): Generator<number> {
  const { schema } = sandbox;
  const loader = new RecordLoader(sandbox);
  const companies = theObject('companies');
  const people = theObject('people');
  const company = theAttribute(people, 'company');
  const team = theAttribute(companies, 'team');
  let made = 0;

  for (let start = 0; start < count; start += BLOCK) {
    for (const each of syntheticBlock(start, count - start)) makeCompany(each);
    if ((start / BLOCK) % BLOCKS_AT_ONCE !== 0 && start + BLOCK < count) continue;
    loader.flush();
    yield made;
  }

  function makeCompany({ name, domain, people: staff }: SyntheticCompany): void {
    const held = [value(companies, 'domains', domain), value(companies, 'name', name)];
    const id = stableUuid(`companies ${domain}`);
    const record = loader.add(companies, id, nextMoment(), held);
    staff.forEach((person, position) => {
      const fields = { target_object: people.slug, target_record_id: makePerson(person, id) };
      loader.addValue(record, team, position, fields);
    });
  }

  function makePerson({ first, last, emailAddress, jobTitle, phone }: SyntheticPerson, employerId: string): string {
    const name = { first_name: first, last_name: last, full_name: `${first} ${last}` };
    const held = [value(people, 'name', name), value(people, 'email_addresses', emailAddress)];
    held.push({ attribute: company, fields: { target_object: companies.slug, target_record_id: employerId } });
    if (jobTitle) held.push(value(people, 'job_title', jobTitle));
    if (phone) held.push(value(people, 'phone_numbers', phone));
    const id = stableUuid(`people ${emailAddress}`);
    loader.add(people, id, nextMoment(), held);
    return id;
  }

  function value(object: WorkspaceObject, slug: string, written: unknown): { attribute: Attribute; fields: Fields } {
    const attribute = theAttribute(object, slug);
    return { attribute, fields: valueTypes[attribute.type].parse(written, attribute)(sandbox) };
  }

  function nextMoment(): string {
    made += 1;
    return timestamp(new Date(NEWEST - (2 * count - made) * MINUTE));
  }

  function theObject(slug: string): WorkspaceObject {
    const object = schema.object(slug);
    if (!object) throw new Error(`The seed needs the object ${slug}`);
    return object;
  }

  function theAttribute(object: WorkspaceObject, slug: string): Attribute {
    const attribute = schema.attribute(object, slug);
    if (!attribute) throw new Error(`The seed needs the attribute ${object.slug}.${slug}`);
    return attribute;
  }
}
