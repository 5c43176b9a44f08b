import type { Field } from '../../contract/deal-form.ts';

/** Whether a text field is one line: the name of a deal is, wherever Attio shows it. */
export const isOneLine = ({ slug }: Pick<Field, 'slug'>): boolean => slug === 'name';

/** A text with a space in the place of each tab and line break: an input of one line would drop those. */
export const inOneLine = (text: string): string => text.trim().replace(/[ ]*[\t\r\n\u2028\u2029]\s*/g, ' ');
