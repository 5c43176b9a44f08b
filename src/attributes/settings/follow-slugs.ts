import type { WorkspaceSettings } from '../../contract/workspace-settings.ts';

/** The attributes that settings speak of, by the slug that each had when they were saved. */
export type AttributeIds = Readonly<Record<string, string>>;

const slugsIn = ({ rules, exchange }: WorkspaceSettings): string[] => [
  ...rules.map(({ attribute }) => attribute),
  ...(exchange?.original_attribute ? [exchange.original_attribute] : []),
];

/** The ids to keep beside settings, as far as the workspace has their attributes. */
export function attributeIdsOf(settings: WorkspaceSettings, slugByAttributeId: ReadonlyMap<string, string>): AttributeIds {
  const slugs = new Set(slugsIn(settings));
  return Object.fromEntries([...slugByAttributeId].flatMap(([id, slug]) => (slugs.has(slug) ? [[slug, id]] : [])));
}

/** Settings with the slugs that their attributes have now: an admin of Attio may change a slug, and means the same attribute. */
export function followSlugs(
  settings: WorkspaceSettings,
  ids: AttributeIds,
  slugByAttributeId: ReadonlyMap<string, string>,
): WorkspaceSettings {
  const now = (slug: string): string => {
    const id = Object.hasOwn(ids, slug) ? ids[slug] : undefined;
    return (id === undefined ? undefined : slugByAttributeId.get(id)) ?? slug;
  };
  const { rules, exchange } = settings;
  const original = exchange?.original_attribute;
  return {
    rules: rules.map((rule) => ({ ...rule, attribute: now(rule.attribute) })),
    exchange: exchange && { ...exchange, original_attribute: original ? now(original) : null },
  };
}
