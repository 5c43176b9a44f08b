import type { Member } from '../../contract/deal-form.ts';
import { type AttributeEntry, nothing } from '../attribute-entry.ts';
import { type PickedEntry, pickedStart } from '../picked-entry.ts';

/** The one active member whose e-mail address or whole name the text is; undefined when none or several are. */
export function memberByText(text: string, members: readonly Member[]): Member | undefined {
  const wanted = text.trim().toLowerCase();
  const active = members.filter((member) => !member.suspended);
  const byEmail = active.find((member) => member.email_address.toLowerCase() === wanted);
  if (byEmail) return byEmail;
  const byName = active.filter((member) => member.name.toLowerCase() === wanted);
  return byName.length === 1 ? byName[0] : undefined;
}

/** An e-mail address typed in full counts as picked: a rep who knows it need not wait for the list. */
export const actorReferenceEntry: AttributeEntry<PickedEntry> = {
  ...pickedStart,
  read(entry, field, { members }) {
    const ids = entry.picked.map(({ id }) => id);
    if (entry.text.trim() !== '') {
      const member = memberByText(entry.text, members);
      if (!member) return { ok: false, code: 'unknown_member', detail: entry.text.trim() };
      if (!field.multi) return { ok: true, value: member.id };
      ids.push(member.id);
    }
    if (ids.length === 0) return nothing;
    return { ok: true, value: field.multi ? [...new Set(ids)] : ids[0] };
  },
};
