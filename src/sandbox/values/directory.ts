import type { Attribute } from '../workspace/attribute.ts';
import type { Members } from '../workspace/members.ts';
import type { Schema } from '../workspace/schema.ts';
import type { WorkspaceObject } from '../workspace/workspace-object.ts';

/** What values may look up in the workspace: its configuration, its members and its records. */
export type Directory = {
  schema: Schema;
  members: Members;
  hasRecord(object: WorkspaceObject, recordId: string): boolean;
  /** The ids of the records whose active values of an attribute have this key. */
  recordsHolding(attribute: Attribute, key: string): readonly string[];
  /** What a person would call the record, and the path of its page. */
  recordLink(recordId: string): { text: string; href: string } | undefined;
};
