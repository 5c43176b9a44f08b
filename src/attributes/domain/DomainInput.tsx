import { t } from '../../words/t.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { ListInput } from '../ListInput.tsx';
import { listed } from '../listed.ts';
import { readDomains } from './domain-entry.ts';

/** Domains, also as web addresses. */
export function DomainInput(props: AttributeInputProps<string>) {
  const { values } = readDomains(props.entry, props.field, props.context.locale);
  const placeholder = props.field.multi ? t('attributes.placeholder.domains') : t('attributes.placeholder.domain');
  return <ListInput {...props} inputMode="url" placeholder={placeholder} note={listed(props.entry, values)} />;
}
