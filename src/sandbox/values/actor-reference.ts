import { refusals } from '../errors/refusals.ts';
import { isUuid } from '../workspace/uuid.ts';
import type { PendingValue, ValueType } from './value-type.ts';
import { isJsonObject, refuseOtherKeys, unacceptable, wrongType } from './written-form.ts';

/** A member by e-mail. Suspended members are accepted (assumed: they stay in the workspace and keep what they own). */
function byEmailAddress(emailAddress: string): PendingValue {
  return ({ members }) => {
    const member = members.byEmailAddress(emailAddress);
    if (!member) throw refusals.actorEmailNotFound(emailAddress);
    return { referenced_actor_type: 'workspace-member', referenced_actor_id: member.id };
  };
}

function byId(id: string): PendingValue {
  return ({ members }) => {
    if (!members.byId(id)) throw refusals.actorIdNotFound(id);
    return { referenced_actor_type: 'workspace-member', referenced_actor_id: id };
  };
}

export const actorReference: ValueType = {
  parse(written, attribute) {
    if (typeof written === 'string') return byEmailAddress(written);
    if (!isJsonObject(written)) throw refusals.invalidBareValue(attribute);
    if ('workspace_member_email_address' in written) {
      refuseOtherKeys(written, ['workspace_member_email_address'], attribute);
      const emailAddress = written.workspace_member_email_address;
      if (typeof emailAddress === 'string') return byEmailAddress(emailAddress);
      throw refusals.invalidValue(attribute, wrongType('workspace_member_email_address', 'string', emailAddress));
    }
    refuseOtherKeys(written, ['referenced_actor_type', 'referenced_actor_id'], attribute);
    const { referenced_actor_type: type, referenced_actor_id: id } = written;
    if (typeof type !== 'string') throw refusals.invalidValue(attribute, wrongType('referenced_actor_type', 'string', type));
    // Only workspace members can be written (docs.attio.com/docs/attribute-types/attribute-types-actor-reference).
    if (type !== 'workspace-member')
      throw unacceptable(attribute, 'referenced_actor_type', 'Invalid literal value, expected "workspace-member"');
    if (typeof id !== 'string') throw refusals.invalidValue(attribute, wrongType('referenced_actor_id', 'string', id));
    if (!isUuid(id)) throw unacceptable(attribute, 'referenced_actor_id', 'Invalid uuid');
    return byId(id);
  },
  key: (fields) => `${fields.referenced_actor_type}:${fields.referenced_actor_id}`,
  read: (fields) => ({ ...fields }),
  words(fields, _attribute, { members }) {
    const member = members.byId(String(fields.referenced_actor_id));
    if (member) return { text: `${member.firstName} ${member.lastName}` };
    return { text: { app: 'An app', 'api-token': 'An API key' }[String(fields.referenced_actor_type)] ?? 'Attio' };
  },
  // Type and id must be named together; the query sees to that.
  filter: {
    fields: {
      referenced_actor_type: { operators: ['$eq'], operand: (written) => (typeof written === 'string' ? written : undefined) },
      referenced_actor_id: { operators: ['$eq'], operand: (written) => (typeof written === 'string' ? written : undefined) },
    },
    notEmpty: true,
  },
};
