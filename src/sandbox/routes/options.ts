import type { FastifyInstance } from 'fastify';
import { refusals } from '../errors/refusals.ts';
import { readConfiguration, writeConfiguration } from '../http/api-scope.ts';
import { BodyReader } from '../http/body-reader.ts';
import { attributeParameter, pathParameter, type Target, targetParameter } from '../http/path-parameters.ts';
import { booleanParameter } from '../http/query-parameters.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Attribute } from '../workspace/attribute.ts';
import { addChoice, changeChoice } from '../workspace/store-choice.ts';
import { presentOption } from './present-choice.ts';

/** Select options (docs.attio.com/rest-api/endpoint-reference/attributes). */
export function registerOptionRoutes(api: FastifyInstance, sandbox: Sandbox, target: Target): void {
  const path = `/${target}/:identifier/attributes/:attribute/options`;
  const { schema, store } = sandbox;
  const writing = { config: { scopes: writeConfiguration, writes: true } };

  api.get(path, { config: { scopes: readConfiguration } }, async (request) => {
    const showArchived = booleanParameter(request, 'show_archived');
    const attribute = attributeParameter(request, schema, targetParameter(request, schema, target));
    // Not an error on a status attribute, but an empty list (reported by users).
    const options = attribute.type === 'select' ? schema.choices(attribute) : [];
    const shown = options.filter((option) => showArchived || !option.isArchived);
    return { data: shown.map((option) => presentOption(sandbox, attribute, option)) };
  });

  api.post(path, writing, async (request) => {
    const { title } = optionBody(request.body, true);
    const attribute = attributeParameter(request, schema, targetParameter(request, schema, target));
    if (attribute.type !== 'select') throw refusals.notSelect();
    if (title === undefined || schema.choices(attribute).some((option) => option.title === title)) {
      throw refusals.optionTitleTaken(title ?? '');
    }
    return answer(attribute, addChoice(store, attribute, { title }));
  });

  api.patch(`${path}/:option`, writing, async (request) => {
    const { title, isArchived } = optionBody(request.body, false);
    const attribute = attributeParameter(request, schema, targetParameter(request, schema, target));
    const name = pathParameter(request, 'option');
    const option = attribute.type === 'select' ? schema.choice(attribute, name) : undefined;
    if (!option) throw refusals.optionToChangeNotFound(name);
    const namesake = schema.choices(attribute).find((other) => other.title === title && other.id !== option.id);
    if (namesake) throw refusals.optionTitleTaken(namesake.title);
    changeChoice(store, { ...option, title: title ?? option.title, isArchived: isArchived ?? option.isArchived });
    return answer(attribute, option.id);
  });

  function answer(attribute: Attribute, id: string): unknown {
    schema.reload();
    return { data: presentOption(sandbox, attribute, schema.choiceById(id)) };
  }
}

function optionBody(body: unknown, isNew: boolean): { title: string | undefined; isArchived: boolean | undefined } {
  const reader = new BodyReader();
  const data = reader.object(reader.object(body, []).data, ['data']);
  const title = data.title === undefined && !isNew ? undefined : reader.string(data.title, ['data', 'title']);
  if (data.title === '')
    reader.note({ code: 'too_small', path: ['data', 'title'], message: 'String must contain at least 1 character(s)' });
  const isArchived = data.is_archived === undefined ? undefined : reader.boolean(data.is_archived, ['data', 'is_archived']);
  reader.finish();
  return { title, isArchived };
}
