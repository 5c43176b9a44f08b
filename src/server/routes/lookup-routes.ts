import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { forbiddenCharacter } from '../../attributes/text/text-forms.ts';
import type { Lookup } from '../../contract/lookup.ts';
import { paths } from '../../contract/paths.ts';
import type { AttioClient } from '../attio/client.ts';
import { listObjectSlugs } from '../attio/object-slugs.ts';
import { withToken } from '../attio/self.ts';
import type { Clock } from '../clock.ts';
import type { CompanyPeople } from '../lookup/company-people.ts';
import { suggestPeople } from '../lookup/suggest-people.ts';
import { suggestOfObjects, suggestRecords } from '../lookup/suggest-records.ts';
import { ProblemError } from '../problem.ts';
import { parseRequest } from '../request-json.ts';
import { requireVisitor } from '../require-visitor.ts';
import type { Visitor, Visitors } from '../session/visitor.ts';

/** The longest text that Attio's search takes. */
const query = z._default(
  z.string().check(
    z.maxLength(256, { error: 'too_long' }),
    z.trim(),
    z.refine((text) => !forbiddenCharacter.test(text), { error: 'forbidden_character' }),
  ),
  '',
);
const uuid = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i), z.toLowerCase());

const peopleQuery = z.strictObject({ query, company: z.optional(uuid) });
const companiesQuery = z.strictObject({ query });
/** One object or several, separated by commas; every one of the workspace when left out. */
const recordsQuery = z.strictObject({
  query,
  object: z.optional(z.string().check(z.regex(/^[a-z0-9_-]{1,64}(,[a-z0-9_-]{1,64}){0,19}$/i))),
});

export interface LookupRoutesOptions {
  visitors: Visitors;
  client: AttioClient;
  companyPeople: CompanyPeople;
  now: Clock;
}

/** `GET /api/lookup/…`: what the pickers offer. */
export function addLookupRoutes(app: FastifyInstance, options: LookupRoutesOptions): void {
  const { visitors, client, now } = options;
  const asVisitor = async (visitor: Visitor, look: () => Promise<Lookup['suggestions']>): Promise<Lookup> => {
    try {
      return { suggestions: await withToken(client, visitor.token, now, look) };
    } catch (error) {
      // It is people or companies that are switched off, not the deals.
      const isOff = error instanceof ProblemError && error.code === 'deals_disabled';
      throw isOff ? new ProblemError('object_disabled', { upstream: error.details.upstream }) : error;
    }
  };

  app.get(paths.lookupPeople, async (request) => {
    const visitor = await requireVisitor(visitors, request);
    const wanted = parseRequest(peopleQuery, request.query);
    return asVisitor(visitor, () => suggestPeople(options, visitor, { query: wanted.query, company: wanted.company }));
  });

  app.get(paths.lookupCompanies, async (request) => {
    const visitor = await requireVisitor(visitors, request);
    const wanted = parseRequest(companiesQuery, request.query);
    return asVisitor(visitor, () => suggestRecords(client, visitor, { object: 'companies', query: wanted.query }, now));
  });

  app.get(paths.lookupRecords, async (request) => {
    const visitor = await requireVisitor(visitors, request);
    const wanted = parseRequest(recordsQuery, request.query);
    try {
      return await asVisitor(visitor, async () => {
        const objects = wanted.object?.split(',') ?? [...(await listObjectSlugs(client, visitor.token, now)).values()];
        return suggestOfObjects(client, visitor, { objects, query: wanted.query }, now);
      });
    } catch (error) {
      const status = error instanceof ProblemError ? error.details.upstream?.status : undefined;
      throw status === 400 || status === 404 ? new ProblemError('unknown_object') : error;
    }
  });
}
