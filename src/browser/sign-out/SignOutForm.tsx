import { Suspense, useRef, useState } from 'react';
import { paths } from '../../contract/paths.ts';
import type { Session } from '../../contract/session.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import { loadKeptHere, SignOutDialog } from '../later.tsx';
import type { KeptHere } from './kept-here.ts';

const nothing: KeptHere = { drafts: 0, unsent: 0, waiting: 0 };
const isNothing = ({ drafts, unsent, waiting }: KeptHere): boolean => drafts + unsent + waiting === 0;

/** The way out: what the browser keeps of the person goes with it, and where something would be lost they are asked. */
export function SignOutForm({ session: { workspace, member } }: { session: Session }) {
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState<KeptHere | null>(null);
  const [isCutOff, setCutOff] = useState(false);
  const owner = { workspace: workspace.id, member: member.id };

  const leave = async () => {
    const { forgetHere } = await loadKeptHere();
    await forgetHere(owner);
    form.current?.submit();
  };
  const ask = async () => {
    const kept = await (await loadKeptHere()).keptHere(owner);
    setAsked(kept);
    if (isNothing(kept)) await leave();
  };
  const tryTo = (step: () => Promise<void>) => {
    setCutOff(false);
    step().catch(() => {
      setCutOff(true);
      setAsked((now) => now ?? nothing);
    });
  };
  return (
    <form
      ref={form}
      method="post"
      action={paths.signOut}
      className="mt-3"
      onSubmit={(event) => {
        event.preventDefault();
        tryTo(ask);
      }}
    >
      <Button weight="secondary" type="submit">
        {t('signOut')}
      </Button>
      {asked && (isCutOff || !isNothing(asked)) && (
        <Suspense>
          <SignOutDialog kept={asked} isCutOff={isCutOff} onSignOut={() => tryTo(leave)} onStay={() => setAsked(null)} />
        </Suspense>
      )}
    </form>
  );
}
