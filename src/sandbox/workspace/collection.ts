import type { WorkspaceList } from './workspace-list.ts';
import type { WorkspaceObject } from './workspace-object.ts';

/**
 * What has attributes and members of its own: an object with its records, or a list with its entries. Everything about
 * values (forms, rules, history, queries) is the same for both.
 */
export type Collection = WorkspaceObject | WorkspaceList;
