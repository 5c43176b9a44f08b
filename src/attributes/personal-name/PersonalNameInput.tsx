import { attributeWords } from '../../words/attribute-words.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { PartsInput } from '../PartsInput.tsx';
import type { PartsEntry } from '../parts-entry.ts';

const parts = [
  { name: 'first_name', label: attributeWords.name.first, isHalf: true },
  { name: 'last_name', label: attributeWords.name.last, isHalf: true },
];

/** First and last name: where one ends and the other begins only the rep knows. */
export const PersonalNameInput = (props: AttributeInputProps<PartsEntry>) => <PartsInput {...props} parts={parts} />;
