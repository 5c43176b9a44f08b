import { useState } from 'react';
import type { Session } from '../../contract/session.ts';
import { Radio } from '../../ui/Radio.tsx';
import { t } from '../../words/t.ts';
import type { DraftOwner } from '../deal-form/draft-store.ts';
import { keepSendHold, type SendHold, type SentAtOnce, sendHoldOf, sendHolds } from '../deal-form/send-hold.ts';
import { SetupSection } from '../setup/SetupSection.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';

/** What each person may choose for themselves, in this browser. */
export const Preferences = ({ session }: { session: Session }) => (
  <div className="grid gap-5">
    <LanguageChoice />
    <HoldChoices session={session} />
  </div>
);

/** How long what was sent can be taken back. */
const HoldChoices = ({ session: { workspace, member } }: { session: Session }) => {
  const owner = { workspace: workspace.id, member: member.id };
  return (
    <SetupSection title={t('preferences.hold.title')} text={t('preferences.hold.text')}>
      <HoldChoice owner={owner} of="one" />
      <HoldChoice owner={owner} of="several" />
    </SetupSection>
  );
};

function HoldChoice({ owner, of }: { owner: DraftOwner; of: SentAtOnce }) {
  const [chosen, setChosen] = useState(() => sendHoldOf(owner, of));
  const [said, setSaid] = useState('');
  const choose = (seconds: SendHold) => {
    try {
      keepSendHold(owner, of, seconds);
      setChosen(seconds);
      setSaid(t('preferences.kept'));
    } catch {
      setSaid(t('preferences.notKept'));
    }
  };
  return (
    <div className="mt-3 first:mt-0">
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1">
        <legend className="mb-1 font-[550]">{t(`preferences.hold.${of}`)}</legend>
        {sendHolds.map((seconds) => (
          <Radio key={seconds} name={`send-hold-${of}`} checked={chosen === seconds} onChange={() => choose(seconds)}>
            {seconds === 0 ? t('preferences.hold.none') : t('preferences.hold.seconds', { seconds })}
          </Radio>
        ))}
      </fieldset>
      <p role="status" className="text-small text-muted empty:hidden">
        {said}
      </p>
    </div>
  );
}
