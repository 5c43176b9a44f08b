/** A kind of record: deals, people, companies or one of the workspace's own. */
export type WorkspaceObject = {
  kind: 'object';
  key: number;
  id: string;
  slug: string;
  singularNoun: string;
  pluralNoun: string;
  /** Standard objects such as deals can be switched off by an admin. */
  isEnabled: boolean;
  createdAt: string;
};
