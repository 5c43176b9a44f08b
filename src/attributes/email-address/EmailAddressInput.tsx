import { t } from '../../words/t.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { ListInput } from '../ListInput.tsx';
import { listed } from '../listed.ts';
import { readEmailAddresses } from './email-address-entry.ts';

/** E-mail addresses, also as mail programs copy them. */
export function EmailAddressInput(props: AttributeInputProps<string>) {
  const { values } = readEmailAddresses(props.entry, props.field, props.context.locale);
  const placeholder = props.field.multi ? t('attributes.placeholder.emails') : t('attributes.placeholder.email');
  return <ListInput {...props} inputMode="email" placeholder={placeholder} note={listed(props.entry, values)} />;
}
