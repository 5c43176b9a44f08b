import type { AttributeInputProps } from '../attribute-input.tsx';
import { TypedInput } from '../TypedInput.tsx';

/** The browser's own date input: typed or picked, and a plain calendar date. */
export const DateInput = (props: AttributeInputProps<string>) => (
  <TypedInput {...props} type="date" more={{ min: '0001-01-01', max: '9999-12-31' }} />
);
