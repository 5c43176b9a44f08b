import type { BodyReader } from '../http/body-reader.ts';
import { isJsonObject } from '../values/written-form.ts';
import type { EventCondition, EventFilter } from '../webhooks/event-filter.ts';
import { eventTypes } from '../webhooks/webhook-event.ts';
import type { Subscription } from '../webhooks/webhooks.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** An https address; an http one on this computer where that is allowed (for tests of a client's own). */
export function targetUrl(reader: BodyReader, written: unknown, allowHttp: boolean): string {
  const path = ['data', 'target_url'];
  const text = reader.string(written, path);
  if (typeof written !== 'string') return '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHttps = url?.protocol === 'https:' && text.startsWith('https://');
  const isOwnHttp = allowHttp && url?.protocol === 'http:' && LOOPBACK.test(url.hostname);
  if (!isHttps && !isOwnHttp) reader.invalid(path);
  return text;
}

/** What a webhook wants to hear of; each `filter` is required and may be null. */
export function subscriptions(reader: BodyReader, written: unknown): Subscription[] {
  const path = ['data', 'subscriptions'];
  return reader.array(written, path).map((element, index) => {
    const here = [...path, index];
    const subscription = reader.object(element, here);
    const eventType = eventTypes.find((type) => type === subscription.event_type);
    if (isJsonObject(element)) {
      reader.oneOf(subscription.event_type, eventTypes, [...here, 'event_type']);
      if (subscription.filter === undefined) reader.object(undefined, [...here, 'filter']);
    }
    return {
      event_type: eventType ?? 'record.created',
      filter: filterOf(reader, subscription.filter ?? null, [...here, 'filter']),
    };
  });
}

function filterOf(reader: BodyReader, written: unknown, path: (string | number)[]): EventFilter {
  if (written === null) return null;
  const [entry, ...more] = isJsonObject(written) ? Object.entries(written) : [];
  const [logic, conditions] = entry ?? [];
  if ((logic !== '$and' && logic !== '$or') || more.length > 0 || !Array.isArray(conditions)) {
    reader.invalid(path);
    return null;
  }
  const read = conditions.map((condition, index) => conditionOf(reader, condition, [...path, logic, index]));
  return logic === '$and' ? { $and: read } : { $or: read };
}

function conditionOf(reader: BodyReader, written: unknown, path: (string | number)[]): EventCondition {
  const condition = reader.object(written, path);
  if (!isJsonObject(written)) return { field: '', operator: 'equals', value: '' };
  const operator = reader.oneOf(condition.operator, ['equals', 'not_equals'], [...path, 'operator']);
  return {
    field: reader.string(condition.field, [...path, 'field']),
    operator: operator === 'not_equals' ? 'not_equals' : 'equals',
    value: reader.string(condition.value, [...path, 'value']),
  };
}
