import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { type Duplicates, duplicatesRequestSchema } from '../../contract/duplicates.ts';
import { paths } from '../../contract/paths.ts';
import { withToken } from '../attio/self.ts';
import { isPassing, type WorkspaceDealForms } from '../attio/workspace-deal-forms.ts';
import { type FindSimilarOptions, findSimilarDeals } from '../find-similar-deals.ts';
import type { EnteredDeal } from '../judge-likeness.ts';
import { parseRequest, readRequestJson } from '../request-json.ts';
import { requestLocale } from '../request-locale.ts';
import { requireVisitor } from '../require-visitor.ts';
import type { Visitors } from '../session/visitor.ts';

export interface DuplicatesRouteOptions extends FindSimilarOptions {
  visitors: Visitors;
  dealForms: WorkspaceDealForms;
}

const reference = z.looseObject({ id: z.uuid() });
const name = z.string().check(z.trim(), z.minLength(3), z.maxLength(10_000));
const money = z.looseObject({ amount: z.string().check(z.regex(/^-?\d{1,40}(\.\d{1,10})?$/)), currency: z.string() });

/** What of half a deal can be compared; what is not (yet) in order is left out, since nothing is sent. */
function enteredIn(values: Readonly<Record<string, unknown>>): EnteredDeal {
  const people = Array.isArray(values['associated_people']) ? values['associated_people'].slice(0, 100) : [];
  return {
    name: z.safeParse(name, values['name']).data ?? null,
    company: z.safeParse(reference, values['associated_company']).data?.id.toLowerCase() ?? null,
    people: people.flatMap((one) => z.safeParse(reference, one).data?.id.toLowerCase() ?? []),
    value: z.safeParse(money, values['value']).data ?? null,
  };
}

/** `POST /api/duplicates`: open deals that look like the one being entered. It warns, and never stands in the way. */
export function addDuplicatesRoute(app: FastifyInstance, options: DuplicatesRouteOptions): void {
  app.post(paths.duplicates, async (request): Promise<Duplicates> => {
    const visitor = await requireVisitor(options.visitors, request);
    const body = readRequestJson(request.headers['content-type'], request.body);
    const entered = enteredIn(parseRequest(duplicatesRequestSchema, body).values);
    const locale = requestLocale(request.headers);
    try {
      return await withToken(options.client, visitor.token, options.now, () =>
        findSimilarDeals(options, visitor, options.dealForms.read(visitor, 'look'), entered, locale),
      );
    } catch (error) {
      if (isPassing(error)) return { checked: false, deals: [], usual_owner: null };
      throw error;
    }
  });
}
