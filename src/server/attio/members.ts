import * as z from 'zod/mini';
import type { Member } from '../../contract/deal-form.ts';
import type { Clock } from '../clock.ts';
import type { AttioClient } from './client.ts';
import { readAnswer } from './read-answer.ts';

const membersSchema = z.looseObject({
  data: z.array(
    z.looseObject({
      id: z.looseObject({ workspace_member_id: z.string() }),
      first_name: z.optional(z.nullable(z.string())),
      last_name: z.optional(z.nullable(z.string())),
      email_address: z.optional(z.nullable(z.string())),
      access_level: z.optional(z.nullable(z.string())),
    }),
  ),
});

/**
 * Everybody of the workspace, suspended ones included (Attio keeps them in the list).
 * @throws ProblemError, TokenRefused
 */
export async function listMembers(client: AttioClient, token: string, now: Clock): Promise<Member[]> {
  const { data } = readAnswer(await client.call('listMembers', { token }), membersSchema, now);
  return data.map((member) => {
    const email = member.email_address ?? '';
    const name = [member.first_name, member.last_name].filter((part) => part?.trim()).join(' ');
    return {
      id: member.id.workspace_member_id,
      name: name || email || member.id.workspace_member_id.slice(0, 8),
      email_address: email,
      suspended: member.access_level === 'suspended',
    };
  });
}

/**
 * Whether a member is an admin of the workspace, as Attio says now.
 * @throws ProblemError, TokenRefused
 */
export async function isWorkspaceAdmin(client: AttioClient, token: string, memberId: string, now: Clock): Promise<boolean> {
  const { data } = readAnswer(await client.call('listMembers', { token }), membersSchema, now);
  return data.some(({ id, access_level }) => id.workspace_member_id === memberId && access_level === 'admin');
}
