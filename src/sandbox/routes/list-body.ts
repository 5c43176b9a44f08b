import { refusals } from '../errors/refusals.ts';
import { BodyReader } from '../http/body-reader.ts';
import { type AccessLevel, accessLevels, type WorkspaceList } from '../workspace/workspace-list.ts';
import { apiSlug } from './api-slug.ts';

/** What a request may say of a list. */
export type ListChange = Partial<Pick<WorkspaceList, 'name' | 'slug' | 'workspaceAccess' | 'memberAccess'>>;

/** Reads the body of a new list: all five keys are required. */
export function newListBody(body: unknown): Required<ListChange> & { parentObject: string } {
  const reader = new BodyReader();
  const data = reader.object(reader.object(body, []).data, ['data']);
  const read = {
    name: nameOf(reader, data.name),
    slug: apiSlug(reader, data.api_slug, ['data']),
    parentObject: reader.string(data.parent_object, ['data', 'parent_object']),
    workspaceAccess: workspaceAccess(reader, data.workspace_access),
    memberAccess: memberAccess(reader, data.workspace_member_access),
  };
  reader.finish();
  return read;
}

/** Reads the body of a change; it must change something, and the parent object cannot be changed. */
export function changedListBody(body: unknown): ListChange {
  const reader = new BodyReader();
  const data = reader.object(reader.object(body, []).data, ['data']);
  const change: ListChange = {
    ...(data.name === undefined ? {} : { name: nameOf(reader, data.name) }),
    ...(data.api_slug === undefined ? {} : { slug: apiSlug(reader, data.api_slug, ['data']) }),
    ...(data.workspace_access === undefined ? {} : { workspaceAccess: workspaceAccess(reader, data.workspace_access) }),
    ...(data.workspace_member_access === undefined ? {} : { memberAccess: memberAccess(reader, data.workspace_member_access) }),
  };
  reader.finish();
  if (Object.keys(change).length === 0) throw refusals.emptyUpdate();
  return change;
}

function nameOf(reader: BodyReader, written: unknown): string {
  return reader.string(written, ['data', 'name']);
}

function workspaceAccess(reader: BodyReader, written: unknown): AccessLevel | null {
  return written === null ? null : levelOf(reader, written, ['data', 'workspace_access']);
}

function memberAccess(reader: BodyReader, written: unknown): WorkspaceList['memberAccess'] {
  const path = ['data', 'workspace_member_access'];
  return reader.array(written, path).map((element, index) => {
    const access = reader.object(element, [...path, index]);
    const memberId = reader.uuid(access.workspace_member_id, [...path, index, 'workspace_member_id']);
    return { memberId, level: levelOf(reader, access.level, [...path, index, 'level']) };
  });
}

function levelOf(reader: BodyReader, written: unknown, path: readonly (string | number)[]): AccessLevel {
  const word = reader.oneOf(written, accessLevels, path);
  return accessLevels.find((level) => level === word) ?? 'read-only';
}
