import { t } from '../../words/t.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { LocalPicker } from '../LocalPicker.tsx';
import type { PickedEntry } from '../picked-entry.ts';

/** A member by name or e-mail address; suspended ones are not offered. */
export function ActorReferenceInput(props: AttributeInputProps<PickedEntry>) {
  const { members, me } = props.context;
  const candidates = members
    .filter((member) => !member.suspended)
    .map(({ id, name, email_address }) =>
      id === me
        ? { id, name, details: [t('you'), email_address], alsoFoundBy: [t('me')] }
        : { id, name, details: [email_address] },
    );
  return <LocalPicker {...props} candidates={candidates} avatar="round" placeholder={t('picker.members')} />;
}
