import type { Field } from '../contract/deal-form.ts';

/** Whether nothing can ever be chosen: no choice is open, or every object that the field links to is switched off. */
export const hasNothingToChoose = ({ type, options, statuses, config: { target_objects: targets } }: Field): boolean =>
  type === 'record-reference' ? targets?.length === 0 : (options ?? statuses)?.length === 0;
