/** Why a deal looks like the one being entered. */
export const duplicateWords = {
  company: 'same company',
  person: 'same person',
  name: 'similar name',
  value: 'value within 10 %',
  recent: 'created in the last 30 days',
} as const;
