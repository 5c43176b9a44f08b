import type { AttributeInputProps } from '../attribute-input.tsx';
import { ChoiceSelect } from '../ChoiceSelect.tsx';
import { mostStars, starsInWords } from './rating-forms.ts';

const choices = () => Array.from({ length: mostStars + 1 }, (_, stars) => ({ id: String(stars), title: starsInWords(stars) }));

/** A select: a digit chooses, and a phone shows its wheel. */
export const RatingInput = (props: AttributeInputProps<string>) => <ChoiceSelect {...props} choices={choices()} />;
