import type { Sandbox } from '../sandbox.ts';
import { addAttribute } from '../workspace/store-attribute.ts';
import { addChoice } from '../workspace/store-choice.ts';
import { insertObject } from '../workspace/store-object.ts';
import { stableUuid } from './stable-uuid.ts';
import { companyAttributes, dealAttributes, peopleAttributes, type SeedAttribute } from './standard-attributes.ts';
import { companyChoices, connectionStrengths, standardStages } from './standard-choices.ts';

type SeedObject = { slug: string; singular: string; plural: string; attributes: readonly SeedAttribute[] };
type Choices = Readonly<Record<string, readonly string[]>>;

const standardObjects: readonly SeedObject[] = [
  { slug: 'people', singular: 'Person', plural: 'People', attributes: peopleAttributes },
  { slug: 'companies', singular: 'Company', plural: 'Companies', attributes: companyAttributes },
  { slug: 'deals', singular: 'Deal', plural: 'Deals', attributes: dealAttributes },
];

const objectId = (slug: string) => stableUuid(`object ${slug}`);
const attributeId = (object: string, slug: string) => stableUuid(`attribute ${object} ${slug}`);

/** Makes the standard objects of a new workspace; the demo adds attributes of its own to the deals. */
export function seedSchema(
  sandbox: Sandbox,
  createdAt: string,
  extra: { dealAttributes: readonly SeedAttribute[]; dealChoices: Choices } = { dealAttributes: [], dealChoices: {} },
): void {
  for (const { slug, singular, plural, attributes } of standardObjects) {
    const key = insertObject(sandbox.store, { id: objectId(slug), slug, singularNoun: singular, pluralNoun: plural, createdAt });
    for (const attribute of attributes) seedAttribute(sandbox, slug, key, { ...attribute, isSystem: true }, createdAt);
    if (slug !== 'deals') continue;
    for (const attribute of extra.dealAttributes) seedAttribute(sandbox, slug, key, attribute, createdAt);
  }
  sandbox.schema.reload();
  seedChoices(sandbox, 'deals', { stage: standardStages, ...extra.dealChoices });
  seedChoices(sandbox, 'companies', { ...companyChoices, strongest_connection_strength: connectionStrengths });
  seedChoices(sandbox, 'people', { strongest_connection_strength: connectionStrengths });
  sandbox.schema.reload();
}

function seedAttribute(sandbox: Sandbox, object: string, objectKey: number, attribute: SeedAttribute, createdAt: string): void {
  const { mirror, ...own } = attribute;
  addAttribute(sandbox.store, {
    ...own,
    id: attributeId(object, attribute.slug),
    objectKey,
    createdAt,
    relationshipId: mirror ? attributeId(...mirror) : null,
    allowedObjectIds: mirror ? [objectId(mirror[0])] : null,
  });
}

function seedChoices({ schema, store }: Sandbox, objectSlug: string, choices: Choices): void {
  const object = schema.object(objectSlug);
  for (const [slug, titles] of Object.entries(choices)) {
    const attribute = object && schema.attribute(object, slug);
    if (!attribute) throw new Error(`The seed has choices for ${objectSlug}.${slug}, which does not exist`);
    for (const title of titles) {
      // Arriving at the won stage is celebrated, as in a new workspace.
      addChoice(store, attribute, {
        id: stableUuid(`choice ${attribute.id} ${title}`),
        title,
        celebrationEnabled: title === 'Won 🎉',
      });
    }
  }
}
