import { refusals } from '../errors/refusals.ts';
import type { BodyReader } from '../http/body-reader.ts';
import { isJsonObject } from '../values/written-form.ts';
import type { Members } from '../workspace/members.ts';
import { isUuid } from '../workspace/uuid.ts';

/**
 * Reads the required `request_as` of a search and answers a check that its member exists. In the sandbox every member
 * sees every record, so it changes nothing else.
 */
export function requestAs(reader: BodyReader, written: unknown): (members: Members) => void {
  const { type, workspace_member_id: id, email_address: emailAddress } = isJsonObject(written) ? written : {};
  if (type === 'workspace') return () => {};
  if (type === 'workspace-member' && typeof id === 'string' && isUuid(id)) {
    return (members) => {
      if (!members.byId(id)) throw refusals.actorIdNotFound(id);
    };
  }
  if (type === 'workspace-member' && typeof emailAddress === 'string') {
    return (members) => {
      if (!members.byEmailAddress(emailAddress)) throw refusals.actorEmailNotFound(emailAddress);
    };
  }
  reader.invalid(['request_as']);
  return () => {};
}
