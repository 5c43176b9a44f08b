import type { Field } from '../../contract/deal-form.ts';
import { type DealTextContext, dealOfParts, type ReadDeal, takenApart } from './deal-of-text.ts';
import { fieldOfLabel } from './field-of-label.ts';
import { type DealParts, isRule, type TextParts, withoutContactLabel } from './text-parts.ts';

/** A deal of a text of several, before it is read. */
export interface DealInText extends DealParts {
  kind: TextParts['kind'];
}

/**
 * Parts a text in which several deals stand: the rows of a table; without one, groups of labelled lines with an empty line between
 * them, or lines that are a deal each.
 */
export function dealsInText(pasted: string, fields: readonly Field[], context: DealTextContext): DealInText[] {
  const apart = (text: string) => takenApart(text, fields, context);
  const { kind, more, ...first } = apart(pasted);
  const whole = [first, ...more].map(({ parts, aside }) => ({ kind, parts, aside }));
  const pieces = (separator: RegExp) => pasted.split(separator).filter((text) => text.trim() !== '' && !isRule(text));
  const groups = kind === 'table' ? [] : pieces(/\n\s*\n/).map(apart);
  if (groups.length > 1 && groups.every((group) => group.kind === 'labelled'))
    return groups.flatMap((group) => [group, ...group.more.map((deal) => ({ ...deal, kind: group.kind }))]).filter(isSomething);
  if (kind !== 'lines') return whole.filter(isSomething);
  const lines = pieces(/\n/);
  const [head = '', ...below] = lines.map((line) => line.trim());
  // One column below its title.
  if (fieldOfLabel(fields, head)) return below.map((text) => ({ kind: 'table', parts: [{ label: head, text }], aside: [] }));
  // A line with an address or a number by itself is one of a signature.
  const isContact = (line: string) => /^\S+@\S+$|^[\d\s()+./-]{7,}$/.test(withoutContactLabel(line.trim()));
  const each = lines.map(apart);
  return (each.some(({ parts }) => parts.length > 1) || !lines.some(isContact) ? each : whole).filter(isSomething);
}

const isSomething = ({ parts, aside }: DealParts): boolean => parts.length + aside.length > 0;

/** Reads one of them. */
export const readDealInText = (deal: DealInText, fields: readonly Field[], context: DealTextContext): Promise<ReadDeal> =>
  dealOfParts(deal, deal.kind, fields, context);
