import { createHash } from 'node:crypto';
import type { DealForm } from '../../contract/deal-form.ts';
import type { Clock } from '../clock.ts';
import { listDealAttributes } from './attribute.ts';
import { listChoices } from './choices.ts';
import type { AttioClient } from './client.ts';
import { choicesKind, fieldOf, supportedType } from './field.ts';
import { inFormOrder } from './field-order.ts';
import { listMembers } from './members.ts';
import { listObjectSlugs } from './object-slugs.ts';

/** The deals of a workspace as Attio described them at one moment; the same for all its members. */
export interface WorkspaceDealForm {
  form: Omit<DealForm, 'me'>;
  /** Attio names attributes by slug in some messages and by id in others. */
  slugByAttributeId: ReadonlyMap<string, string>;
  /** When the reading began: nothing in it is older. */
  readAt: number;
}

/**
 * Reads attributes, objects and members at once, then every list of choices at once: two round trips.
 * @throws ProblemError, TokenRefused
 */
export async function readDealForm(client: AttioClient, token: string, now: Clock): Promise<WorkspaceDealForm> {
  const readAt = now();
  const [attributes, objectSlugs, members] = await Promise.all([
    listDealAttributes(client, token, now),
    listObjectSlugs(client, token, now),
    listMembers(client, token, now),
  ]);
  const writable = attributes.filter((attribute) => attribute.is_writable && !attribute.is_archived);
  const fields = await Promise.all(
    writable.map(async (attribute) => {
      const type = supportedType(attribute);
      if (type === null) return null;
      const kind = choicesKind(attribute);
      const choices = kind ? await listChoices(client, token, { kind, attribute: attribute.api_slug }, now) : undefined;
      return fieldOf(attribute, type, choices, objectSlugs);
    }),
  );
  const unsupported = writable
    .filter((attribute) => supportedType(attribute) === null)
    .map(({ api_slug: slug, title, type, is_required: required }) => ({ slug, title, type, required }));
  const content = { fields: inFormOrder(fields.filter((field) => field !== null)), unsupported, members, rules: [] };
  return {
    form: { ...content, schema_version: createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32) },
    slugByAttributeId: new Map(attributes.map(({ id, api_slug }) => [id.attribute_id, api_slug])),
    readAt,
  };
}
