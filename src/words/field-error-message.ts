import { eitherOf, hasMessage, type MessageKey, t } from './t.ts';
import { titleInside } from './title-inside.ts';

/** What a sentence about a field may name. */
export interface FieldErrorDetails {
  title: string;
  currency?: string | null | undefined;
  /** What was typed, or the readings it could have. */
  detail?: string | undefined;
  /** The title of the stage at which the workspace's own rule asks for the field; null when it does at every stage. */
  ruledAt?: string | null | undefined;
  /** Whether the field takes several values. */
  several?: boolean | undefined;
  /** The most that the field takes, where that is what is wrong. */
  most?: number | undefined;
}

type CodeOf<Key extends MessageKey> = Key extends `fieldError.${infer Code}` ? Code : never;

/** What can be wrong with a field. Stable: clients may branch on it. */
export type FieldErrorCode = CodeOf<MessageKey>;

/** The sentence for a field error; an unknown code gets the most general one. */
export function fieldErrorMessage(code: string, details: FieldErrorDetails): string {
  const { title, currency, detail, ruledAt, several, most = 0 } = details;
  const key = `fieldError.${code}`;
  const readings = (detail ?? '').split(' / ');
  // Three decimals read as thousands too: with a fourth they cannot.
  const spellings = readings.map((reading) => reading.replace(/[.,]\d{3}$/, '$&0'));
  const [one = '', another = ''] = readings;
  return t(hasMessage(key) ? key : 'fieldError.wrong_type', {
    title,
    titleInside: titleInside(title),
    hasCurrency: Boolean(currency),
    currency: currency ?? '',
    // An example of a currency that it is not kept in.
    other: currency === 'EUR' ? 'USD' : 'EUR',
    hasDetail: Boolean(detail),
    detail: detail ?? '',
    byRule: ruledAt !== undefined,
    atStage: Boolean(ruledAt),
    stage: ruledAt ?? '',
    isOfSeveral: several === true,
    readings: eitherOf(readings),
    isRespelled: spellings.join() !== readings.join(),
    spellings: eitherOf(spellings),
    one,
    another,
    least: 0,
    most,
  });
}
