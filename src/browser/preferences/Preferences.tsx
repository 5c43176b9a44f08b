import { useState } from 'react';
import type { Session } from '../../contract/session.ts';
import { Radio } from '../../ui/Radio.tsx';
import { t } from '../../words/t.ts';
import { keepSendHold, type SendHold, sendHoldOf, sendHolds } from '../deal-form/send-hold.ts';
import { SetupSection } from '../setup/SetupSection.tsx';

import { LanguageChoice } from './LanguageChoice.tsx';

/** What each person may choose for themselves, in this browser. */
export const Preferences = ({ session }: { session: Session }) => (
  <div className="grid gap-5">
    <LanguageChoice />
    <SendHoldChoice session={session} />
  </div>
);

function SendHoldChoice({ session: { workspace, member } }: { session: Session }) {
  const owner = { workspace: workspace.id, member: member.id };
  const [chosen, setChosen] = useState(() => sendHoldOf(owner));
  const [said, setSaid] = useState('');
  const choose = (seconds: SendHold) => {
    try {
      keepSendHold(owner, seconds);
      setChosen(seconds);
      setSaid(t('preferences.kept'));
    } catch {
      setSaid(t('preferences.notKept'));
    }
  };
  return (
    <SetupSection title={t('preferences.hold.title')} text={t('preferences.hold.text')}>
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1">
        <legend className="sr-only">{t('preferences.hold.title')}</legend>
        {sendHolds.map((seconds) => (
          <Radio key={seconds} name="send-hold" checked={chosen === seconds} onChange={() => choose(seconds)}>
            {seconds === 0 ? t('preferences.hold.none') : t('preferences.hold.seconds', { seconds })}
          </Radio>
        ))}
      </fieldset>
      <p role="status" className="text-small text-muted empty:hidden">
        {said}
      </p>
    </SetupSection>
  );
}
