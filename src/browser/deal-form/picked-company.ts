import { isPicked, type Picked } from '../../attributes/picked-entry.ts';
import { t, withoutMarks } from '../../words/t.ts';

/** The slug of the field whose company the others go by. */
export const companySlug = 'associated_company';

/** The company picked so far. */
export const pickedCompany = (entry: unknown): Picked | undefined => (isPicked(entry) ? entry.picked[0] : undefined);

/** What a deal with a company would be called, as many are: the company, and when. */
export const nameFor = ({ name }: Picked, locale: string): string =>
  withoutMarks(
    t('suggestedName', { company: name, month: new Date().toLocaleDateString(locale, { month: 'long', year: 'numeric' }) }),
  );
