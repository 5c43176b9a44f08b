import { readFieldValue } from '../attributes/field-values.ts';
import type { Field } from '../contract/deal-form.ts';
import type { DuplicateReason } from '../contract/duplicates.ts';
import type { DealRecord } from '../contract/submission.ts';
import { areSimilarNames } from './similar-names.ts';

/** What is entered so far, as far as it tells deals apart. */
export interface EnteredDeal {
  name: string | null;
  /** Record ids. */
  company: string | null;
  people: readonly string[];
  value: { amount: string; currency: string } | null;
}

/** A reason alone is enough to speak of a duplicate, or only adds to one that is. */
const weights: Record<DuplicateReason, { points: number; isEnough: boolean }> = {
  company: { points: 4, isEnough: true },
  name: { points: 4, isEnough: true },
  person: { points: 3, isEnough: true },
  value: { points: 2, isEnough: false },
  recent: { points: 1, isEnough: false },
};

/** When a deal counts as recent, and how far two values may be apart, as a share of the larger. */
export const nearness = { days: 30, share: 0.1 } as const;

/** Titles of stages in which a deal is over; Attio marks only the ones that are celebrated. */
const closedTitle = /\b(won|lost|closed|cancell?ed|gewonnen|verloren|abgelehnt|gagn[ée]e?|perdue?|ganad[oa]|perdid[oa])\b/iu;

/** Whether a deal is still being worked on, as its stage tells. */
export function isOpenDeal(record: DealRecord): boolean {
  const status = record.values['stage']?.[0]?.['status'];
  if (typeof status !== 'object' || status === null) return true;
  if ('celebration_enabled' in status && status.celebration_enabled === true) return false;
  return !('title' in status && typeof status.title === 'string' && closedTitle.test(status.title));
}

/** Why a deal looks like the entered one, the weightiest first; empty when it does not, however recent it is. */
export function reasonsFor(record: DealRecord, entered: EnteredDeal, fields: readonly Field[], now: number): DuplicateReason[] {
  const stored = (slug: string): unknown => {
    const field = fields.find((one) => one.slug === slug);
    return field && readFieldValue(field, record.values[slug]);
  };
  const people = new Set(idsIn(stored('associated_people')));
  const name = stored('name');
  const holds: Record<DuplicateReason, boolean> = {
    company: entered.company !== null && idsIn(stored('associated_company')).includes(entered.company),
    person: entered.people.some((id) => people.has(id)),
    name: entered.name !== null && typeof name === 'string' && areSimilarNames(entered.name, name),
    value: entered.value !== null && isNear(entered.value, stored('value')),
    recent: now - Date.parse(record.created_at ?? '') <= nearness.days * 86_400_000,
  };
  const reasons = (Object.keys(weights) as DuplicateReason[]).filter((reason) => holds[reason]);
  return reasons.some((reason) => weights[reason].isEnough) ? reasons : [];
}

/** How much reasons weigh together. */
export const weightOf = (reasons: readonly DuplicateReason[]): number =>
  reasons.reduce((sum, reason) => sum + weights[reason].points, 0);

const idsIn = (value: unknown): string[] =>
  [value].flat().flatMap((one) => (typeof one === 'object' && one !== null && 'id' in one ? String(one.id) : []));

function isNear(entered: { amount: string; currency: string }, stored: unknown): boolean {
  if (typeof stored !== 'object' || stored === null || !('amount' in stored) || !('currency' in stored)) return false;
  if (stored.currency !== entered.currency) return false;
  // Only as exact as it has to be for a tenth.
  const [one, other] = [Number(entered.amount), Number(stored.amount)];
  return Math.abs(one - other) <= nearness.share * Math.max(Math.abs(one), Math.abs(other));
}
