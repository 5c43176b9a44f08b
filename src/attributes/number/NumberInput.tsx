import { t } from '../../words/t.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { TypedInput } from '../TypedInput.tsx';

/** A plain text input: number inputs drop what they cannot read and scroll values away. */
export const NumberInput = (props: AttributeInputProps<string>) => (
  <TypedInput
    {...props}
    separator="; "
    more={{ inputMode: 'decimal', ...(props.field.multi && { placeholder: t('severalNumbers') }) }}
  />
);
