import type { Actor } from '../workspace/actor.ts';

/** Everything a webhook can be subscribed to (docs.attio.com/rest-api/endpoint-reference/webhooks/create-a-webhook). */
export const eventTypes = [
  'call-recording.created',
  'comment.created',
  'comment.resolved',
  'comment.unresolved',
  'comment.deleted',
  'list.created',
  'list.updated',
  'list.deleted',
  'list-attribute.created',
  'list-attribute.updated',
  'list-entry.created',
  'list-entry.updated',
  'list-entry.deleted',
  'object-attribute.created',
  'object-attribute.updated',
  'note.created',
  'note-content.updated',
  'note.updated',
  'note.deleted',
  'record.created',
  'record.merged',
  'record.updated',
  'record.deleted',
  'task.created',
  'task.updated',
  'task.deleted',
  'workspace-member.created',
] as const;

/** One thing that happened, as a delivery says it: ids only (docs.attio.com/rest-api/webhook-reference). */
export type WebhookEvent = {
  event_type: (typeof eventTypes)[number];
  /** `workspace_id` and the ids of what it happened to. */
  id: Readonly<Record<string, string>>;
  parent_object_id?: string;
  parent_record_id?: string;
  actor: Actor;
};
