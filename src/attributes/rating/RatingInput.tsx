import { attributeWords } from '../../words/attribute-words.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { ChoiceSelect } from '../ChoiceSelect.tsx';
import { mostStars } from './rating-forms.ts';

const choices = Array.from({ length: mostStars + 1 }, (_, stars) => ({
  id: String(stars),
  title: attributeWords.stars(stars, mostStars),
}));

/** A select: a digit chooses, and a phone shows its wheel. */
export const RatingInput = (props: AttributeInputProps<string>) => <ChoiceSelect {...props} choices={choices} />;
