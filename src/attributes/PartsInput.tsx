import clsx from 'clsx';
import { useEffect, useState } from 'react';
import { FieldGroup } from '../ui/FieldGroup.tsx';
import { t } from '../words/t.ts';
import type { AttributeInputProps } from './attribute-input.tsx';
import { type PartsEntry, partId } from './parts-entry.ts';

/** One input of several. */
export interface Part {
  name: string;
  label: string;
  /** Whether it shares its row with its neighbour. */
  isHalf?: boolean;
}

interface PartsInputProps extends AttributeInputProps<PartsEntry> {
  parts: readonly Part[];
  note?: string;
  /** The one part that an error is about; all of them where that cannot be told. */
  faultPart?: string | undefined;
  /** The id that the field's errors put the focus on, where it is another's. */
  fieldId?: string;
  /** The parts once one of them was changed. */
  onPart?: (parts: PartsEntry['parts']) => PartsEntry['parts'];
}

/** A value in several inputs, under one title; the text stays in the DOM, as typed. */
export function PartsInput({ id, field, entry, error, locked, autoFocus, onEntry, onBlur, parts, ...rest }: PartsInputProps) {
  const [initial] = useState(entry.parts);
  const { note, faultPart, fieldId = id, onPart = (changed) => changed } = rest;
  // The focus is put on the first part, and goes on to the one that is wrong.
  useEffect(() => {
    if (error === undefined || faultPart === undefined || document.activeElement?.id !== fieldId) return;
    document.getElementById(partId(id, faultPart, parts[0]?.name === faultPart))?.focus();
  }, [error, faultPart, fieldId, id, parts]);
  const isRight = (name: string) => faultPart !== undefined && faultPart !== name;
  return (
    <FieldGroup
      id={id}
      label={field.title}
      optional={field.required ? undefined : t('optional')}
      help={field.description}
      note={note}
      error={error}
    >
      {(ties) => (
        <span className="grid grid-cols-2 gap-x-3 gap-y-2">
          {parts.map(({ name, label, isHalf }, at) => (
            <label key={name} className={clsx('block min-w-0', !isHalf && 'col-span-2')}>
              <span className="mb-1 block text-small text-muted">{label}</span>
              <input
                {...ties}
                {...(isRight(name) && { 'aria-invalid': undefined, 'aria-describedby': undefined })}
                id={partId(id, name, at === 0)}
                name={`${field.slug}.${name}`}
                type="text"
                className="control"
                autoComplete="off"
                autoFocus={autoFocus && at === 0}
                readOnly={locked}
                data-locked={locked || undefined}
                dir="auto"
                defaultValue={initial[name]}
                onInput={({ currentTarget }) => onEntry({ parts: onPart({ ...entry.parts, [name]: currentTarget.value }) })}
                onBlur={onBlur}
              />
            </label>
          ))}
        </span>
      )}
    </FieldGroup>
  );
}
