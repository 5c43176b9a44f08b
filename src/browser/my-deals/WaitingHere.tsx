import { useEffect, useId, useRef } from 'react';
import { Card } from '../../ui/Card.tsx';
import { t } from '../../words/t.ts';
import { type Draft, type DraftOwner, isUnheard } from '../deal-form/draft-store.ts';
import { useStoredDrafts } from '../deal-form/use-stored-drafts.tsx';
import { WaitingList } from '../deal-form/WaitingList.tsx';

interface WaitingHereProps {
  owner: DraftOwner;
  locale: string;
  /** The ids of those that the server has listed. */
  listed: ReadonlySet<string>;
  /** Gets one that is a draft again. */
  onBack: (draft: Draft) => void;
  /** One has gone out: the server's list has become longer. */
  onGone: () => void;
}

/** The deals that were sent and that this browser alone has. Nothing while there are none. */
export function WaitingHere({ owner, locale, listed, onBack, onGone }: WaitingHereProps) {
  const titleId = useId();
  const waiting = useStoredDrafts(owner, '').filter((draft) => isUnheard(draft) && !listed.has(draft.id));
  const count = waiting.length;
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current) onGone();
    before.current = count;
  });
  if (count === 0) return null;
  return (
    <section aria-labelledby={titleId} className="mb-4">
      <Card>
        <h2 id={titleId} className="font-[620]">
          {t('waiting.here', { count })}
        </h2>
        <p className="text-small text-muted">{t('waiting.text')}</p>
        <WaitingList {...{ owner, waiting, locale, onBack }} />
      </Card>
    </section>
  );
}
