import { createHash } from 'node:crypto';
import { readPhoneNumber } from '../../attributes/phone-number/numbering-plans.ts';
import { bringPlans } from '../../attributes/phone-number/plans-at-hand.ts';
import { followSlugs } from '../../attributes/settings/follow-slugs.ts';
import type { Choice, DealForm, Member } from '../../contract/deal-form.ts';
import type { Setup } from '../../contract/setup.ts';
import type { Clock } from '../clock.ts';
import type { Protection } from '../ledger/submission-table.ts';
import type { KeptSettings } from '../ledger/workspace-settings.ts';
import { listAttributes } from './attribute.ts';
import { listChoices } from './choices.ts';
import type { AttioClient } from './client.ts';
import { withDefaultNames } from './default-names.ts';
import { choicesKind, fieldOf, isAsked, supportedType } from './field.ts';
import { inFormOrder } from './field-order.ts';
import { judgeMarker, servesAsMarker } from './marker-attribute.ts';
import { listMembers } from './members.ts';
import { listObjectSlugs } from './object-slugs.ts';
import { readUnmakeable } from './unmakeable-objects.ts';

// No value is judged without fields, so whoever judges here has the plans.
bringPlans(readPhoneNumber);

/** The deals of a workspace as Attio described them at one moment; the same for all its members. */
export interface WorkspaceDealForm {
  form: Omit<DealForm, 'me'>;
  /** Attio names attributes by slug in some messages and by id in others. */
  slugByAttributeId: ReadonlyMap<string, string>;
  /** What a deal of the workspace can carry against a second one. */
  protection: Protection;
  /** What keeps the attribute of the marker's slug from serving fully; null when it serves, or there is none. */
  markerFault: Setup['marker_fault'];
}

/** What a reading knows beside Attio. */
export interface DealFormSources {
  now: Clock;
  /** What the workspace's own admins have settled. */
  settings: () => Promise<Pick<KeptSettings, 'settings' | 'attributeIds'>>;
  /** In the place of asking Attio for the members. */
  members?: () => Promise<Member[]>;
}

/**
 * Reads attributes, objects and members at once, then every list of choices at once. The lists that `previous` had are
 * asked for right away, so that a workspace that is known takes one round trip and not two.
 * @throws ProblemError, TokenRefused
 */
export async function readDealForm(
  client: AttioClient,
  token: string,
  { now, settings, members: ofWhom = () => listMembers(client, token, now) }: DealFormSources,
  previous?: WorkspaceDealForm,
): Promise<WorkspaceDealForm> {
  const early = new Map<string, Promise<Choice[]>>();
  for (const { slug, statuses, options } of previous?.form.fields ?? []) {
    const kind = statuses ? 'statuses' : options ? 'options' : null;
    if (kind) early.set(slug, listChoices(client, token, { kind, attribute: slug }, now));
  }
  // An attribute that is gone makes its list fail, and then nobody asks for it any more.
  for (const list of early.values()) list.catch(() => undefined);

  const [attributes, objectSlugs, members, unmakeable, kept] = await Promise.all([
    listAttributes(client, token, 'deals', now),
    listObjectSlugs(client, token, now),
    ofWhom(),
    readUnmakeable(client, token, now),
    // While our own storage is away a page is drawn from what is known; a submission needs the storage anyway.
    settings().catch((error: unknown) => (previous ? { settings: previous.form, attributeIds: {} } : Promise.reject(error))),
  ]);
  const slugByAttributeId = new Map(attributes.map(({ id, api_slug }) => [id.attribute_id, api_slug]));
  const { rules, exchange } = followSlugs(kept.settings, kept.attributeIds, slugByAttributeId);
  // The marker is ours to write, not the rep's.
  const writable = attributes.filter((attribute) => isAsked(attribute) && !servesAsMarker(attribute));
  const fields = await Promise.all(
    writable.map(async (attribute) => {
      const type = supportedType(attribute);
      if (type === null) return null;
      const kind = choicesKind(attribute);
      const slug = attribute.api_slug;
      const choices = kind && (early.get(slug) ?? listChoices(client, token, { kind, attribute: slug }, now));
      return fieldOf(attribute, type, (await choices) ?? undefined, objectSlugs);
    }),
  );
  const unsupported = writable
    .filter((attribute) => supportedType(attribute) === null)
    .map(({ api_slug: slug, title, type, is_required: required }) => ({ slug, title, type, required }));
  const known = await withDefaultNames(client, token, { fields: fields.filter((field) => field !== null), rules }, now);
  const content = { fields: inFormOrder(known), unsupported, unmakeable, members, rules, exchange };
  return {
    form: { ...content, schema_version: createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32) },
    slugByAttributeId,
    ...judgeMarker(attributes),
  };
}
