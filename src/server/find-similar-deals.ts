import * as z from 'zod/mini';
import type { Duplicates } from '../contract/duplicates.ts';
import type { DealRecord } from '../contract/submission.ts';
import { t } from '../words/t.ts';
import type { AttioClient } from './attio/client.ts';
import { readCreatedRecord } from './attio/created-record.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import { readAnswer } from './attio/read-answer.ts';
import { searchRecords } from './attio/search-records.ts';
import type { Clock } from './clock.ts';
import { describeDeal } from './describe-deal.ts';
import { type EnteredDeal, isOpenDeal, nearness, reasonsFor, weightOf } from './judge-likeness.ts';
import type { Visitor } from './session/visitor.ts';
import { usualOwner } from './usual-owner.ts';
import { within } from './within.ts';

export interface FindSimilarOptions {
  client: AttioClient;
  now: Clock;
  appUrl: string;
}

/** The check is worth this much of a rep's time, and never more: it only warns. */
const budgetMs = 1_500;
/** More deals of one company or person than this are not looked through: then the check is not whole. */
const dealsPerQuery = 100;
const hitsRead = 25;
const peopleAsked = 8;
const mostShown = 5;

const pageSchema = z.looseObject({ data: z.array(z.unknown()) });

/**
 * Open deals that look like the one that is entered, each with its reasons, in words of the workspace's fields. What Attio does not
 * answer within the budget is left out, and told as not checked.
 * @throws what the reading of the fields is refused with
 */
export async function findSimilarDeals(
  options: FindSimilarOptions,
  visitor: Visitor,
  readingFields: Promise<WorkspaceDealForm>,
  entered: EnteredDeal,
  locale: string,
): Promise<Duplicates> {
  const looks = looksFor(options, visitor, entered);
  const [dealForm, ...answers] = await Promise.all([
    within(budgetMs, readingFields),
    ...looks.map((look) =>
      within(
        budgetMs,
        look.catch(() => undefined),
      ),
    ),
  ]);
  if (!dealForm) return { checked: false, deals: [], usual_owner: null };
  const found = answers.flatMap((answer) => answer ?? []);
  const distinct = [...new Map(found.map((record) => [record.id.record_id, record])).values()];
  const { fields, members } = dealForm.form;
  const alike = distinct
    .filter(isOpenDeal)
    .map((record) => ({ record, reasons: reasonsFor(record, entered, fields, options.now()) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((one, other) => weightOf(other.reasons) - weightOf(one.reasons))
    .slice(0, mostShown);
  return {
    checked:
      answers.every((answer) => answer !== undefined && answer.length < dealsPerQuery) && entered.people.length <= peopleAsked,
    deals: alike.map(({ record, reasons }) => ({
      ...describeDeal(record, dealForm, locale),
      reasons: reasons.map((code) => ({ code, words: t(`likeness.${code}`, nearness) })),
    })),
    // The company is asked about first.
    usual_owner: entered.company === null ? null : usualOwner(answers[0] ?? [], fields, members),
  };
}

/** One question to Attio for each thing that two deals may share. */
function looksFor(
  options: FindSimilarOptions,
  visitor: Visitor,
  { name, company, people }: EnteredDeal,
): Promise<DealRecord[]>[] {
  const referring = (slug: string, object: string, id: string) =>
    queryOnce(options, visitor, { [slug]: { target_object: object, target_record_id: id } });
  return [
    ...(company === null ? [] : [referring('associated_company', 'companies', company)]),
    ...people.slice(0, peopleAsked).map((id) => referring('associated_people', 'people', id)),
    ...(name === null ? [] : [findByName(options, visitor, name)]),
  ];
}

async function queryOnce(
  { client, now, appUrl }: FindSimilarOptions,
  { token, workspace }: Visitor,
  filter: Record<string, unknown>,
): Promise<DealRecord[]> {
  const sorts = [{ attribute: 'created_at', direction: 'desc' }];
  const body = { filter, sorts, limit: dealsPerQuery };
  const call = { token, parameters: { object: 'deals' }, body, deadlineMs: budgetMs };
  const { data } = readAnswer(await client.call('queryRecords', call), pageSchema, now);
  return data.flatMap((one) => readCreatedRecord({ data: one }, workspace.id, appUrl) ?? []);
}

/** By the search, which forgives spelling; what it finds is then read in full. */
async function findByName(options: FindSimilarOptions, visitor: Visitor, name: string): Promise<DealRecord[]> {
  const { client, now } = options;
  const query = { object: 'deals', query: name.slice(0, 256), memberId: visitor.member.id };
  const hits = await searchRecords(client, visitor.token, query, now, budgetMs);
  const ids = hits.slice(0, hitsRead).map(({ id }) => id);
  return ids.length === 0 ? [] : queryOnce(options, visitor, { record_id: { $in: ids } });
}
