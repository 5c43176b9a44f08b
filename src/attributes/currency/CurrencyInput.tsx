import { useState } from 'react';
import { FieldFrame } from '../../ui/FieldFrame.tsx';
import { en } from '../../words/en.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { currencyEntry } from './currency-entry.ts';
import type { Money } from './currency-forms.ts';
import { formatMoney } from './format-money.ts';

/** Money as typed, with the attribute's currency beside it and the understood amount beneath. */
export function CurrencyInput({
  id,
  field,
  entry,
  error,
  locked,
  autoFocus,
  context,
  onEntry,
  onBlur,
}: AttributeInputProps<string>) {
  const [typed, setTyped] = useState(entry);
  const reading = currencyEntry.read(typed, field, context);
  const understood = reading.ok && reading.value ? formatMoney(reading.value as Money, context.locale) : '';
  return (
    <FieldFrame
      id={id}
      label={field.title}
      optional={field.required ? undefined : en.optional}
      help={field.description}
      note={understood}
      error={error}
    >
      {(ties) => (
        <span className="relative block">
          <input
            {...ties}
            name={field.slug}
            type="text"
            inputMode="decimal"
            className="control pr-14 tabular-nums"
            autoComplete="off"
            autoFocus={autoFocus}
            readOnly={locked}
            data-locked={locked || undefined}
            defaultValue={entry}
            onChange={(event) => {
              setTyped(event.target.value);
              onEntry(event.target.value);
            }}
            onBlur={onBlur}
          />
          <span className="pointer-events-none absolute inset-y-0 right-3.5 flex items-center text-small text-muted">
            {field.config.currency_code}
          </span>
        </span>
      )}
    </FieldFrame>
  );
}
