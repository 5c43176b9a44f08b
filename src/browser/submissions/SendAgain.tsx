import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';

interface SendAgainProps {
  /** Whether Attio itself would refuse a second deal. */
  isSafe: boolean;
  isPending: boolean;
  onSendAgain: () => void;
}

/** Sends once more what may be in Attio already: first says, in its place, what that may lead to. */
export function SendAgain({ isSafe, isPending, onSendAgain }: SendAgainProps) {
  const [isAsking, setAsking] = useState(false);
  const [titleId, textId] = [useId(), useId()];
  const question = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    // The question takes the focus, but not onto its button: no key held down says yes.
    if (isAsking) question.current?.focus();
    else if (wasAsking.current) button.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  if (!isAsking) {
    return (
      <Button ref={button} weight="secondary" aria-disabled={isPending || undefined} onClick={() => setAsking(true)}>
        {t('checking.sendAgain')}
      </Button>
    );
  }
  return (
    <div
      ref={question}
      tabIndex={-1}
      role="group"
      aria-labelledby={titleId}
      aria-describedby={textId}
      className="basis-full rounded-control border border-line bg-surface p-3"
    >
      <p id={titleId} className="font-[550]">
        {t('checking.sure')}
      </p>
      <p id={textId}>{isSafe ? t('checking.safe') : t('checking.twice')}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button weight="secondary" aria-disabled={isPending || undefined} onClick={onSendAgain}>
          {t('checking.sendNow')}
        </Button>
        <Button weight="quiet" onClick={() => setAsking(false)}>
          {t('checking.back')}
        </Button>
      </div>
    </div>
  );
}
