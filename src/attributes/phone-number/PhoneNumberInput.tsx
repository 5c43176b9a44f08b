import { t } from '../../words/t.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { ListInput } from '../ListInput.tsx';
import { listed } from '../listed.ts';
import { useLater } from '../use-later.tsx';
import { readPhoneNumbers } from './phone-number-entry.ts';
import { loadPlans, phoneReader } from './plans-at-hand.ts';

/** The plans are needed for nothing before something is typed, and are large. */
const loadReader = () => loadPlans().then(phoneReader);

/** Telephone numbers; one without a country code is dialled in the rep's country. */
export function PhoneNumberInput(props: AttributeInputProps<string>) {
  const { entry, field, context } = props;
  const read = useLater(loadReader, entry !== '');
  const numbers = read ? readPhoneNumbers(entry, field, context.locale).values : [];
  const words = numbers.map((number) => read?.(number, null)?.words ?? number);
  const placeholder = field.multi ? t('attributes.placeholder.phones') : t('attributes.placeholder.phone');
  return <ListInput {...props} inputMode="tel" placeholder={placeholder} note={listed(entry, words)} />;
}
