import type { FastifyInstance } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { readConfiguration, writeConfiguration } from '../http/api-scope.ts';
import { BodyReader } from '../http/body-reader.ts';
import { attributeParameter, pathParameter, type Target, targetParameter } from '../http/path-parameters.ts';
import { booleanParameter } from '../http/query-parameters.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Attribute } from '../workspace/attribute.ts';
import type { Choice } from '../workspace/choice.ts';
import { addChoice, changeChoice } from '../workspace/store-choice.ts';
import { presentStatus } from './present-choice.ts';

const DURATION = /^P(?:(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(?:T(\d+(?:[.,]\d+)?H)?(\d+(?:[.,]\d+)?M)?(\d+(?:[.,]\d+)?S)?)?)$/;

/** Statuses (docs.attio.com/rest-api/endpoint-reference/attributes); their order is the pipeline's. */
export function registerStatusRoutes(api: FastifyInstance, sandbox: Sandbox, target: Target): void {
  const path = `/${target}/:identifier/attributes/:attribute/statuses`;
  const { schema, store } = sandbox;
  const writing = { config: { scopes: writeConfiguration, writes: true } };

  api.get(path, { config: { scopes: readConfiguration } }, async (request) => {
    const showArchived = booleanParameter(request, 'show_archived');
    const attribute = attributeParameter(request, schema, targetParameter(request, schema, target));
    const statuses = attribute.type === 'status' ? schema.choices(attribute) : [];
    const shown = statuses.filter((status) => showArchived || !status.isArchived);
    return { data: shown.map((status) => presentStatus(sandbox, attribute, status)) };
  });

  api.post(path, writing, async (request) => {
    const { title = '', ...others } = statusBody(request.body, true);
    const attribute = attributeParameter(request, schema, targetParameter(request, schema, target));
    if (attribute.type !== 'status') throw refusals.notStatus();
    if (schema.choices(attribute).some((status) => status.title === title)) throw refusals.statusTitleTaken(title);
    return answer(attribute, addChoice(store, attribute, { title, ...others }));
  });

  api.patch(`${path}/:status`, writing, async (request) => {
    const change = statusBody(request.body, false);
    const attribute = attributeParameter(request, schema, targetParameter(request, schema, target));
    const name = pathParameter(request, 'status');
    const status = attribute.type === 'status' ? schema.choice(attribute, name) : undefined;
    if (!status) throw refusals.statusToChangeNotFound(name);
    const namesake = schema.choices(attribute).find((other) => other.title === change.title && other.id !== status.id);
    if (namesake) throw refusals.statusTitleTaken(namesake.title);
    changeChoice(store, { ...status, ...change });
    return answer(attribute, status.id);
  });

  function answer(attribute: Attribute, id: string): unknown {
    schema.reload();
    return { data: presentStatus(sandbox, attribute, schema.choiceById(id)) };
  }
}

function statusBody(body: unknown, isNew: boolean): Partial<Choice> {
  const reader = new BodyReader();
  const data = reader.object(reader.object(body, []).data, ['data']);
  const change: Partial<Choice> = {};
  if (data.title !== undefined || isNew) change.title = reader.string(data.title, ['data', 'title']);
  if (data.title === '')
    reader.note({ code: 'too_small', path: ['data', 'title'], message: 'String must contain at least 1 character(s)' });
  if (data.is_archived !== undefined) change.isArchived = reader.boolean(data.is_archived, ['data', 'is_archived']);
  if (data.celebration_enabled !== undefined) {
    change.celebrationEnabled = reader.boolean(data.celebration_enabled, ['data', 'celebration_enabled']);
  }
  if (data.target_time_in_status === null) change.targetTimeInStatus = null;
  else if (data.target_time_in_status !== undefined) {
    const duration = reader.string(data.target_time_in_status, ['data', 'target_time_in_status']);
    if (!DURATION.test(duration)) reader.invalid(['data', 'target_time_in_status']);
    change.targetTimeInStatus = duration;
  }
  reader.finish();
  return change;
}
