import type { ReactNode } from 'react';
import type { Field } from '../contract/deal-form.ts';
import { type ControlTies, FieldFrame } from '../ui/FieldFrame.tsx';
import { t } from '../words/t.ts';

interface AttributeFrameProps {
  id: string;
  field: Field;
  error: string | undefined;
  note?: ReactNode;
  children: (ties: ControlTies) => ReactNode;
}

/** The frame of a field: the workspace's own title as the label, its description as help. */
export const AttributeFrame = ({ field, ...rest }: AttributeFrameProps) => (
  <FieldFrame {...rest} label={field.title} optional={field.required ? undefined : t('optional')} help={field.description} />
);
