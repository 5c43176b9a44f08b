import type { AttributeInputProps } from '../attribute-input.tsx';
import { TypedInput } from '../TypedInput.tsx';

export const TextInput = (props: AttributeInputProps<string>) => <TypedInput {...props} more={{ dir: 'auto' }} />;
