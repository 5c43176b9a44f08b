import { isJsonObject } from '../values/written-form.ts';
import type { WebhookEvent } from './webhook-event.ts';

/** One condition on an event; `field` is a path into it, such as `id.object_id`. */
export type EventCondition = { field: string; operator: 'equals' | 'not_equals'; value: string };

/** What a subscription asks of an event; null asks nothing. */
export type EventFilter = { $and: readonly EventCondition[] } | { $or: readonly EventCondition[] } | null;

/** Whether an event is one that a filter lets through. */
export function passesFilter(filter: EventFilter, event: WebhookEvent): boolean {
  if (filter === null) return true;
  const holds = ({ field, operator, value }: EventCondition) => (valueAt(event, field) === value) === (operator === 'equals');
  return '$and' in filter ? filter.$and.every(holds) : filter.$or.some(holds);
}

function valueAt(event: WebhookEvent, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>((place, key) => (isJsonObject(place) && Object.hasOwn(place, key) ? place[key] : undefined), event);
}
