import * as z from 'zod/mini';
import type { Choice } from '../../contract/deal-form.ts';
import type { Clock } from '../clock.ts';
import type { AttioClient } from './client.ts';
import { readAnswer } from './read-answer.ts';

const archived = z.catch(z.boolean(), false);

const statusesSchema = z.looseObject({
  data: z.array(z.looseObject({ id: z.looseObject({ status_id: z.string() }), title: z.string(), is_archived: archived })),
});

const optionsSchema = z.looseObject({
  data: z.array(z.looseObject({ id: z.looseObject({ option_id: z.string() }), title: z.string(), is_archived: archived })),
});

/**
 * The statuses or options of a deal attribute that can be chosen now, in Attio's order.
 * @throws ProblemError, TokenRefused
 */
export async function listChoices(
  client: AttioClient,
  token: string,
  { kind, attribute }: { kind: 'statuses' | 'options'; attribute: string },
  now: Clock,
): Promise<Choice[]> {
  const parameters = { object: 'deals', attribute };
  if (kind === 'statuses') {
    const { data } = readAnswer(await client.call('listStatuses', { token, parameters }), statusesSchema, now);
    return data.filter((one) => !one.is_archived).map(({ id, title }) => ({ id: id.status_id, title }));
  }
  const { data } = readAnswer(await client.call('listOptions', { token, parameters }), optionsSchema, now);
  return data.filter((one) => !one.is_archived).map(({ id, title }) => ({ id: id.option_id, title }));
}
