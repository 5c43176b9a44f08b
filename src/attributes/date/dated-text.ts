import type { EntryStart } from '../attribute-entry.ts';
import { textOfSeveral } from '../text-of-several.ts';
import { localMoment } from './local-moment.ts';

/**
 * A day or a moment as typed, with the minute at which it was: `fri` means the Friday after it was typed, also when a draft is
 * opened again a week later.
 */
export interface DatedText {
  text: string;
  /** `YYYY-MM-DDTHH:MM` on the rep's wall clock; empty for what nobody typed, which is counted from when it is read. */
  typed_at: string;
}

/** Whether an entry is of this kind. */
export const isDatedText = (entry: unknown): entry is DatedText =>
  typeof entry === 'object' && entry !== null && 'typed_at' in entry && 'text' in entry && typeof entry.text === 'string';

/** A text that is typed now. */
export const typedNow = (text: string): DatedText => ({ text, typed_at: text === '' ? '' : localMoment(new Date()) });

/** The minute that the text is counted from. */
export const countedFrom = ({ typed_at }: DatedText): string => typed_at || localMoment(new Date());

const textsOf = textOfSeveral((value) => (typeof value === 'string' ? value : ''));

/** How a day or a moment starts. */
export const datedTextStart: EntryStart<DatedText> = {
  blank: () => ({ text: '', typed_at: '' }),
  from: (value) => ({ text: textsOf(value), typed_at: '' }),
};

/** The text that means an ISO 8601 duration from now (`P1M2D` is `+1m 2d`); null when it is none. */
export function textOfDuration(duration: string): string | null {
  const match = /^(-?)P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
    duration,
  );
  if (!match) return null;
  const [sign, ...counts] = match.slice(1);
  const units = ['y', 'm', 'w', 'd', 'h', 'min', 's'];
  const parts = counts.flatMap((count, at) => (Number(count ?? 0) > 0 ? [`${Number(count)}${units[at]}`] : []));
  return parts.length === 0 ? '+0d' : `${sign || '+'}${parts.join(' ')}`;
}
