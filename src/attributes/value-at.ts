/** What stands under a slug. Slugs are the workspace's own: for one called `constructor` nothing inherited is found. */
export const valueAt = <Value>(values: Readonly<Record<string, Value>>, slug: string): Value | undefined =>
  Object.hasOwn(values, slug) ? values[slug] : undefined;
