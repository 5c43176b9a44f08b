/** What a sentence about the settings may name. */
export interface SettingsFaultDetails {
  /** The attribute's title, or its slug when it is gone. */
  title?: string | undefined;
  /** What was given: an id, a code, a key. */
  given?: string | undefined;
  /** The other rule, counted from 1. */
  other?: number | undefined;
}

const sentences = {
  // The form of the document.
  object: () => 'This is missing or not of the expected form.',
  list: () => 'This must be a list.',
  text: () => 'This must be the slug or id of something in the workspace, as a text.',
  unknown_key: ({ given }) => `“${given}” is not known here. Remove it.`,
  too_many_rules: () => 'A workspace keeps 100 rules at most. Remove some.',
  too_many_rates: () => 'A workspace keeps 100 rates at most. Remove some.',
  effect: () => 'The effect must be require, show, hide or default.',
  stages: () => 'The stages must be a list of at least one id, or null for every stage.',
  // A rule and the workspace.
  unknown_attribute: ({ title }) =>
    `“${title}” is no attribute of this workspace’s deals, is archived, or of a type that the form cannot draw. The rule does nothing.`,
  unknown_stage: ({ given }) => `“${given}” is not a stage of this workspace, or is archived. The rule does nothing there.`,
  stage_twice: ({ given }) => `The stage “${given}” is named twice. Remove one.`,
  stage_itself: ({ title }) => `${title} decides which rules hold, so no rule can be about it.`,
  hides_required: ({ title }) => `Attio requires ${title}, so no rule can leave it out. The rule does nothing.`,
  value_missing: ({ title }) => `Say what ${title} is filled with.`,
  value_needless: () => 'Only a rule that fills a field has a value. Remove it.',
  new_record: ({ title }) => `A rule can fill ${title} only with records that are in Attio already.`,
  unknown_choice: ({ title, given }) => `“${given}” is no choice of ${title} that is open. The rule does nothing.`,
  unknown_person: ({ title, given }) =>
    `“${given}” is no active member, so ${title} cannot be filled with it. The rule does nothing.`,
  contradiction: ({ title, other }) => `Rule ${other} asks the opposite for ${title} at the same stage. Remove one of the two.`,
  filled_twice: ({ title, other }) => `Rule ${other} fills ${title} at the same stage too. Remove one of the two.`,
  // Rates.
  currency: () => 'Type the three letters of a currency, like EUR.',
  same_currency: () => 'A rate is between two currencies. Choose another.',
  rate: () => 'Type a number above zero, with a point: 1.0842.',
  date: () => 'Choose a day of the calendar.',
  source: () => 'Say who sets the rate, in 200 characters at most.',
  rate_twice: () => 'This pair stands in the list twice for the same day. Remove one.',
  hides_original: ({ title }) =>
    `“${title}” is left out by a rule, and would keep no amounts. Choose another, or change the rule.`,
  not_a_text: ({ title }) => `“${title}” is not a text attribute of this workspace’s deals. Choose another.`,
} satisfies Record<string, (details: SettingsFaultDetails) => string>;

/** What can be wrong with a workspace's settings. Stable: clients may branch on it. */
export type SettingsFaultCode = keyof typeof sentences;

/** The sentence for a fault of the settings; an unknown code gets the most general one. */
export function settingsFaultMessage(code: string, details: SettingsFaultDetails = {}): string {
  const known = Object.hasOwn(sentences, code) ? (code as SettingsFaultCode) : 'object';
  return sentences[known](details);
}
