import type { AttributeInputProps } from '../attribute-input.tsx';
import { ChoiceSelect } from '../ChoiceSelect.tsx';

export const StatusInput = (props: AttributeInputProps<string>) => (
  <ChoiceSelect {...props} choices={props.field.statuses ?? []} />
);
