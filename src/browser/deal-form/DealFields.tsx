import type { ReactNode } from 'react';
import type { Control } from 'react-hook-form';
import type { InputContext } from '../../attributes/attribute-input.tsx';
import type { Field } from '../../contract/deal-form.ts';
import { Fold } from '../../ui/Fold.tsx';
import { t } from '../../words/t.ts';
import type { Entries } from './draft-store.ts';
import type { DrawnField } from './drawn-fields.ts';
import { FieldControl } from './FieldControl.tsx';
import { LeftOutField } from './LeftOutField.tsx';

interface DealFieldsProps {
  fields: readonly DrawnField[];
  control: Control<Entries>;
  context: InputContext;
  locked: boolean;
  /** How often each field was given other text than the one typed into it: each time its input is a new one. */
  redrawn: Readonly<Record<string, number>>;
  /** Whether the folded fields stand open: an error inside opens them. */
  isUnfolded: boolean;
  /** The slug of the field that takes the focus as the form is drawn; null once a stage has been chosen. */
  autoFocused: string | null;
  onUnfold: (isOpen: boolean) => void;
  /** Told when it is the rep who opens or closes them. */
  onFold: (isOpen: boolean) => void;
  /** What stands beneath a field beside its own words. */
  markOf: (field: Field) => ReactNode;
}

/** Short fields that stand side by side when they are neighbours. */
const isShort = ({ type }: Field) => type === 'currency' || type === 'status';

/** The fields in the workspace's order: two short neighbours share a row, optional extras are folded. */
export function DealFields(props: DealFieldsProps) {
  const { fields, control, context, locked, redrawn, isUnfolded, autoFocused, onUnfold, onFold, markOf } = props;
  const open = fields.filter(({ isFolded }) => !isFolded);
  const folded = fields.filter(({ isFolded }) => isFolded);
  const asked = (field: Field) => (
    <div key={`${field.slug} ${redrawn[field.slug] ?? 0}`} className="min-w-0">
      <FieldControl
        field={field}
        control={control}
        context={context}
        locked={locked}
        autoFocus={field.slug === autoFocused && !redrawn[field.slug]}
        isRedrawn={Boolean(redrawn[field.slug])}
      />
      {markOf(field)}
    </div>
  );
  const draw = ({ field, leftOut }: DrawnField) =>
    leftOut === undefined ? asked(field) : <LeftOutField key={field.slug} title={field.title} text={leftOut} />;

  const rows: ReactNode[] = [];
  for (let at = 0; at < open.length; at += 1) {
    const one = open[at];
    const next = open[at + 1];
    if (!one) continue;
    if (next && isShort(one.field) && isShort(next.field) && one.field.type !== next.field.type) {
      rows.push(
        <div key={one.field.slug} className="grid grid-cols-1 gap-4.5 min-[350px]:grid-cols-2 min-[350px]:gap-4">
          {draw(one)}
          {draw(next)}
        </div>,
      );
      at += 1;
    } else rows.push(draw(one));
  }

  return (
    <>
      {rows}
      {folded.length > 0 && (
        <Fold title={t('moreFields', { count: folded.length })} isOpen={isUnfolded} onToggle={onUnfold} onPress={onFold}>
          {folded.map(draw)}
        </Fold>
      )}
    </>
  );
}
