import { foldedWords } from '../../attributes/matches-text.ts';
import type { Field } from '../../contract/deal-form.ts';

/** What tables and mails call Attio's own attributes. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  associated_company: [
    'company',
    'company name',
    'account',
    'account name',
    'organisation',
    'organization',
    'customer',
    'client',
  ],
  associated_people: ['people', 'person', 'contact', 'contacts', 'contact name', 'primary contact', 'e mail', 'email'],
  name: ['name', 'deal', 'deal name', 'opportunity', 'opportunity name', 'title'],
  value: ['value', 'amount', 'deal value', 'deal size', 'price', 'revenue'],
  stage: ['stage', 'status', 'phase', 'deal stage'],
  owner: ['owner', 'deal owner', 'sales rep', 'rep', 'account owner'],
};
const dateNames = ['close date', 'closing date', 'expected close date', 'expected close', 'close', 'date', 'due', 'due date'];

const spelled = (text: string): string => foldedWords(text.replaceAll('_', ' ')).join(' ');

/** The field that a label names: by its title, its slug, or another common name. */
export function fieldOfLabel(fields: readonly Field[], label: string): Field | undefined {
  const name = spelled(label);
  if (name === '') return undefined;
  return (
    fields.find(({ title, slug }) => spelled(title) === name || spelled(slug) === name) ??
    fields.find(({ slug }) => Object.hasOwn(otherNames, slug) && otherNames[slug]?.includes(name)) ??
    (dateNames.includes(name) ? closingDate(fields) : undefined)
  );
}

/** The field that says when a deal is to close: the only date there is, or the one that sounds like it. */
export function closingDate(fields: readonly Field[]): Field | undefined {
  const dates = fields.filter(({ type }) => type === 'date');
  const closing = dates.filter(({ title, slug }) => /clos|expect|abschl|zielt|due\b/i.test(`${title} ${slug}`));
  return closing.length === 1 ? closing[0] : dates.length === 1 ? dates[0] : undefined;
}
