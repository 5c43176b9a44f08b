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
}

const parted = ({ several }: FieldErrorDetails): string => (several ? ' Put semicolons between several.' : '');

const sentences = {
  required: ({ title, ruledAt }) =>
    ruledAt === undefined
      ? `${title} is needed to create the deal.`
      : `${title} is needed${ruledAt === null ? '' : ` at the stage “${ruledAt}”`}: a rule of this workspace asks for it.`,
  not_ticked: ({ title, ruledAt }) =>
    `${title} must be ticked${ruledAt ? ` at the stage “${ruledAt}”` : ''}: a rule of this workspace asks for it.`,
  wrong_type: ({ title }) => `${title} is not in a form that can be sent. Enter it again.`,
  unknown_field: ({ title }) => `“${title}” is not a field of this workspace’s deals. Remove it.`,
  hidden_by_rule: ({ title }) => `${title} is not taken at this stage: a rule of this workspace leaves it out. Clear it.`,
  too_long: ({ title }) => `${title} is too long: 10,000 characters at most. Shorten it.`,
  too_many: ({ title }) => `${title} takes 100 at most. Remove some.`,
  duplicate: ({ title }) => `${title} has the same entry twice. Remove one.`,
  forbidden_character: ({ title }) =>
    `${title} has an invisible control character, often from a paste. Delete it and type that part by hand.`,
  not_a_number: (given) => `${given.title} is not a number. Type digits, like 1200 or 12.5.${parted(given)}`,
  not_an_amount: (given) => `${given.title} is not an amount. Type it like 1200, 1200.50 or 48k.${parted(given)}`,
  not_even: ({ title }) => `${title}: this does not come out even, and nothing is rounded for you. Type the amount.`,
  too_many_decimals: ({ title }) => `${title} takes four decimals at most. Nothing is rounded for you: shorten it.`,
  too_large: ({ title }) => `${title} is larger than Attio can keep exactly. Check the digits.`,
  wrong_currency: ({ title, currency }) =>
    `${title} is kept in ${currency ?? 'another currency'} here. Type the amount alone, or with the code of its currency, like EUR 1200.`,
  other_currency_now: ({ title, currency, detail }) =>
    `${title} was entered in ${detail}, and is kept in ${currency ?? 'another currency'} now. Nothing was sent yet: check the amount.`,
  too_small: ({ title, currency }) =>
    `${title} comes to nothing in ${currency ?? 'the workspace’s currency'} at this rate. Check the amount.`,
  renamed: ({ title, detail }) =>
    `${detail ? `“${detail}”` : 'This'} is called “${title}” now. Nothing was sent yet: look it over, and send it if it still holds.`,
  original_not_kept: ({ title, currency, detail }) =>
    `${title} is in another currency, and ${detail ? `${detail}, where the agreed amount is kept, is` : 'the field for the agreed amount is'} not asked for here. Enter it in ${currency ?? 'the workspace’s currency'}, or ask an admin.`,
  no_rate: ({ title, currency, detail }) =>
    `${title} is kept in ${currency ?? 'another currency'} here, and there is no rate for ${detail ?? 'this one'}. Enter the amount in it, or ask an admin for a rate.`,
  unknown_status: ({ title, detail }) =>
    `${detail ? `“${detail}”` : `This ${lower(title)}`} no longer exists in the workspace. Choose another.`,
  unknown_option: ({ title, detail }) =>
    `${detail ? `“${detail}”` : `This choice of ${lower(title)}`} no longer exists in the workspace. Choose another.`,
  unknown_member: ({ title, detail }) =>
    detail
      ? `“${detail}” is no active member of this workspace. Choose one from the list.`
      : `${title} must be a member of the workspace. Choose one from the list.`,
  suspended_member: ({ title, detail }) => `${detail ?? title} is suspended in Attio. Choose an active member.`,
  unknown_record: ({ title, detail }) =>
    `${detail ? `“${detail}”` : `${title}: this record`} is no longer in Attio. Remove it or choose another.`,
  several_records: ({ title }) => `${title}: Attio has several records that fit. Choose one from the list.`,
  wrong_object: ({ title }) => `${title} cannot link to this kind of record. Choose another.`,
  not_picked: ({ title, detail }) =>
    detail
      ? `“${detail}” is not chosen yet. Choose an entry from the list, or clear the text.`
      : `${title}: choose an entry from the list.`,
  reads_two_ways({ title, detail }) {
    if (!detail) return `${title} reads two ways. Type it without separators.`;
    const asTyped = detail.replace(/\.\d{3}(?= |$)/g, '$&0');
    const how = asTyped === detail ? 'Type the one you mean' : `Type it as ${asTyped.replaceAll(' / ', ' or ')}`;
    return `Is this ${detail.replaceAll(' / ', ' or ')}? ${how}.`;
  },
  new_unfinished: ({ title, detail }) =>
    `${title}: ${detail ? `“${detail}”` : 'the new entry'} is not finished. Add it, or cancel it.`,
  new_twice: ({ title, detail }) => {
    const [one = '', other = ''] = (detail ?? '').split(' / ');
    return `${title}: “${one}” and “${other}” have the same address, so one of them would be made. Remove the other.`;
  },
  new_without_name: ({ title }) => `${title}: the new entry needs a name.`,
  new_refused: ({ title, detail }) =>
    `${title}: Attio did not take the new entry ${detail ? `“${detail}”` : ''}. Change it, or choose one that is there.`,
  new_incomplete: ({ title, detail }) =>
    `${title}: Attio asks more of the new entry ${detail ? `“${detail}”` : ''} than its name and address: another attribute is required there. Make it in Attio and choose it here, or ask an admin to make that attribute optional.`,
  new_taken: ({ title }) =>
    `${title}: Attio has a record with this domain or e-mail address that you may not see. Choose another, or ask an admin.`,
  not_a_date: ({ title, detail }) => `${named(title, detail)} is not a date. Type it like fri, 30 nov or 2026-11-30.`,
  no_such_day: ({ title, detail }) => `${named(title, detail)} is not a day of the calendar. Check day and month.`,
  two_days: ({ title, detail }) =>
    detail
      ? `Is this ${detail.replace(' / ', ' or ')}? Type it with the name of the month, like 30 nov.`
      : `${title} may be two days. Type it with the name of the month, like 30 nov.`,
  other_weekday: ({ title, detail }) =>
    detail ? `That day is ${detail}. Check the weekday or the date.` : `${title} names a weekday that the date does not have.`,
  not_a_moment: ({ title, detail }) => `${named(title, detail)} is not a date with a time. Type it like fri 14:30 or 30 nov 2pm.`,
  time_missing: ({ title }) => `${title} needs a time. Add it, like 14:30 or 2pm.`,
  no_such_time: ({ title, detail }) => `${named(title, detail)} is not a time on the clock of that day. Check it.`,
  two_times: ({ title, detail }) =>
    detail ? `Is this ${detail.replace(' / ', ' or ')}? Type the one you mean.` : `${title} may be two times. Add am or pm.`,
  not_a_rating: ({ title }) => `${title} is a whole number of stars, from 0 to 5. Choose one.`,
  not_a_country: ({ title, detail }) =>
    detail
      ? `“${detail}” is no country that Attio knows. Type its name or its code, like GB.`
      : `${title} has an unknown country.`,
  not_a_domain: ({ title, detail }) => `${named(title, detail)} is not a domain. Type it like acme.com.`,
  not_an_email: ({ title, detail }) => `${named(title, detail)} is not an e-mail address. Type it like bo@acme.com.`,
  not_a_phone_number: ({ title, detail }) =>
    `${named(title, detail)} is not a phone number that can be dialled. Type it with its country code, like +44 20 7946 0958, and without extension.`,
  not_unique: ({ title }) => `Another deal already has this ${lower(title)}, and it must be unique. Change it.`,
  not_writable: ({ title }) => `${title} cannot be written. Clear it.`,
  refused_by_attio: ({ title }) => `Attio did not take ${lower(title)}. Change it and send again.`,
} satisfies Record<string, (details: FieldErrorDetails) => string>;

/** What can be wrong with a field. Stable: clients may branch on it. */
export type FieldErrorCode = keyof typeof sentences;

/** What was typed, in quotes; the title where that is not known. */
const named = (title: string, detail: string | undefined): string => (detail ? `“${detail}”` : title);

/** A title in the middle of a sentence: its first letter small, unless the word is an abbreviation. */
function lower(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLocaleLowerCase('en') + title.slice(1) : title;
}

/** The sentence for a field error; an unknown code gets the most general one. */
export function fieldErrorMessage(code: string, details: FieldErrorDetails): string {
  const known = Object.hasOwn(sentences, code) ? (code as FieldErrorCode) : 'wrong_type';
  return sentences[known](details);
}
