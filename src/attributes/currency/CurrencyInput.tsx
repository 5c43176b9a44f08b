import type { Reading } from '../attribute-entry.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { TypedInput } from '../TypedInput.tsx';
import { currencyEntry } from './currency-entry.ts';
import type { Money } from './currency-forms.ts';
import { formatMoney } from './format-money.ts';

/** Money as typed, with the attribute's currency beside it and the understood amount beneath. */
export function CurrencyInput(props: AttributeInputProps<string>) {
  const { entry, field, context } = props;
  const reading = currencyEntry.read(entry, field, context);
  return (
    <TypedInput
      {...props}
      more={{ inputMode: 'decimal' }}
      unit={field.config.currency_code}
      note={understood(reading, context.locale)}
    />
  );
}

/** The amount as it was understood; nothing for one that will be refused, so that it does not look accepted. */
function understood(reading: Reading, locale: string): string {
  if (!reading.ok || !reading.value) return '';
  const money = reading.value as Money;
  return /\.\d{5}/.test(money.amount) ? '' : formatMoney(money, locale);
}
