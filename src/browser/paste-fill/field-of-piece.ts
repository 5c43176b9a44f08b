import { readMoney } from '../../attributes/currency/read-money.ts';
import { withoutMidnight } from '../../attributes/date/at-midnight.ts';
import { localMoment } from '../../attributes/date/local-moment.ts';
import { readDay } from '../../attributes/date/read-day.ts';
import type { TextContext } from '../../attributes/entry-of-text.ts';
import { isSameText } from '../../attributes/matches-text.ts';
import { addressIn, domainIn } from '../../attributes/record-reference/new-record-key.ts';
import type { Field } from '../../contract/deal-form.ts';
import { closingDate } from './field-of-label.ts';

/** Sites on which people and companies have pages; their domain is nobody's own. */
const pageHosts =
  /(^|\.)(linkedin|xing|twitter|x|facebook|fb|instagram|youtube|tiktok|github|calendly|wa|t|goo|bit)\.(com|me|gl|ly|be)$/;

/**
 * The field that a piece without a label can only be meant for; undefined for what may be a name, null for what is anybody's guess.
 */
export function fieldOfPiece(text: string, fields: readonly Field[], { locale, members }: TextContext): Field | null | undefined {
  const ofSlug = (slug: string) => fields.find((field) => field.slug === slug);
  const email = addressIn(text);
  if (email !== null)
    return ofSlug(members.some((member) => isSameText(member.email_address, email)) ? 'owner' : 'associated_people');
  const choosing = fields.filter(({ statuses = [], options = [] }) =>
    [...statuses, ...options].some(({ title }) => /[\p{L}\p{N}]/u.test(text) && isSameText(title, text)),
  );
  if (choosing.length > 0) return choosing.length === 1 ? choosing[0] : null;
  if (members.some((member) => !member.suspended && isSameText(member.name, text))) return ofSlug('owner');
  const value = ofSlug('value');
  const day = readDay(withoutMidnight(text), localMoment(new Date()).slice(0, 10), locale);
  // What may be two days is asked about at the field.
  const isDay = day.ok || day.code === 'two_days';
  const isAmount = value !== undefined && /\p{Nd}/u.test(text) && isMoney(text, value, locale);
  if (isDay) return isAmount ? null : (closingDate(fields) ?? null);
  if (/^(\+|00|\(?0)[\d\s()./-]{6,}$/.test(text)) return fields.find(({ type }) => type === 'phone-number') ?? null;
  if (isAmount) return value;
  const domain = /\s/.test(text) || !/\.\p{L}{2,}(\/|$)/u.test(text) ? null : domainIn(text);
  if (domain === null) return undefined;
  return pageHosts.test(domain) ? null : ofSlug('associated_company');
}

/** Whether a text is an amount, also one that is to be asked about. */
function isMoney(text: string, { config }: Field, locale: string): boolean {
  const reading = readMoney(text, config.currency_code, locale);
  return reading.ok || reading.code === 'reads_two_ways';
}
