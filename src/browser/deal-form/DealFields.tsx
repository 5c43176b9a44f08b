import type { ReactNode } from 'react';
import type { Control } from 'react-hook-form';
import type { InputContext } from '../../attributes/attribute-input.tsx';
import type { Field } from '../../contract/deal-form.ts';
import { en } from '../../words/en.ts';
import type { Entries } from './draft-store.ts';
import { FieldControl } from './FieldControl.tsx';
import { isFolded } from './folded-fields.ts';

interface DealFieldsProps {
  fields: readonly Field[];
  control: Control<Entries>;
  context: InputContext;
  locked: boolean;
  /** How often each field was given other text than the one typed into it: each time its input is a new one. */
  redrawn: Readonly<Record<string, number>>;
  /** Whether the folded fields stand open: an error inside opens them. */
  isUnfolded: boolean;
  onUnfold: (isOpen: boolean) => void;
  /** Told when it is the rep who opens or closes them. */
  onFold: (isOpen: boolean) => void;
}

/** Short fields that stand side by side when they are neighbours. */
const isShort = (field: Field | undefined) => field?.type === 'currency' || field?.type === 'status';

/** The fields in the workspace's order: two short neighbours share a row, optional extras are folded. */
export function DealFields({ fields, control, context, locked, redrawn, isUnfolded, onUnfold, onFold }: DealFieldsProps) {
  const open = fields.filter((field) => !isFolded(field));
  const folded = fields.filter(isFolded);
  const draw = (field: Field, isFirst: boolean) => (
    <FieldControl
      key={`${field.slug} ${redrawn[field.slug] ?? 0}`}
      field={field}
      control={control}
      context={context}
      locked={locked}
      autoFocus={isFirst && !redrawn[field.slug]}
      isRedrawn={Boolean(redrawn[field.slug])}
    />
  );

  const rows: ReactNode[] = [];
  for (let at = 0; at < open.length; at += 1) {
    const field = open[at];
    const next = open[at + 1];
    if (!field) continue;
    if (next && isShort(field) && isShort(next) && field.type !== next.type) {
      rows.push(
        <div key={field.slug} className="grid grid-cols-1 gap-4.5 min-[350px]:grid-cols-2 min-[350px]:gap-4">
          {draw(field, at === 0)}
          {draw(next, false)}
        </div>,
      );
      at += 1;
    } else rows.push(draw(field, at === 0));
  }

  return (
    <>
      {rows}
      {folded.length > 0 && (
        <details open={isUnfolded} onToggle={(event) => onUnfold(event.currentTarget.open)} className="group">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button, and a press of a key is a click too. */}
          <summary
            onClick={(event) => onFold(!event.currentTarget.closest('details')?.open)}
            className="inline-flex min-h-8 list-none items-center gap-2 rounded-control text-muted hover:text-ink pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden"
          >
            <svg aria-hidden="true" viewBox="0 0 6 8" className="w-1.5 fill-current group-open:rotate-90">
              <path d="M0 0l6 4-6 4z" />
            </svg>
            {en.moreFields(folded.length)}
          </summary>
          <div className="grid gap-4.5 pt-3">{folded.map((field) => draw(field, false))}</div>
        </details>
      )}
    </>
  );
}
