import { type Control, useController } from 'react-hook-form';
import type { InputContext } from '../../attributes/attribute-input.tsx';
import { inputOf } from '../../attributes/inputs-by-type.tsx';
import type { Field } from '../../contract/deal-form.ts';
import { PartMissing } from '../PartMissing.tsx';
import type { Entries } from './draft-store.ts';

/** The DOM id of a field's input: what its label, its error and the focus point at. */
export const inputId = (slug: string): string => `field-${slug}`;

interface FieldControlProps {
  field: Field;
  control: Control<Entries>;
  context: InputContext;
  locked: boolean;
  autoFocus: boolean;
  isRedrawn: boolean;
}

/** One field of the form, drawn by the input of its type. */
export function FieldControl({ field, control, context, locked, autoFocus, isRedrawn }: FieldControlProps) {
  const { field: held, fieldState } = useController({ name: field.slug, control });
  const Input = inputOf(field.type);
  if (!Input) return <PartMissing />;
  return (
    <Input
      id={inputId(field.slug)}
      field={field}
      entry={held.value as never}
      error={fieldState.error?.message}
      locked={locked}
      autoFocus={autoFocus}
      isRedrawn={isRedrawn}
      context={context}
      onEntry={held.onChange}
      onBlur={held.onBlur}
    />
  );
}
