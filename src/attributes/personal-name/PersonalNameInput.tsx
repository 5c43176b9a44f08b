import { t } from '../../words/t.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { PartsInput } from '../PartsInput.tsx';
import type { PartsEntry } from '../parts-entry.ts';

const parts = () => [
  { name: 'first_name', label: t('attributes.name.first'), isHalf: true },
  { name: 'last_name', label: t('attributes.name.last'), isHalf: true },
];

/** First and last name: where one ends and the other begins only the rep knows. */
export const PersonalNameInput = (props: AttributeInputProps<PartsEntry>) => <PartsInput {...props} parts={parts()} />;
