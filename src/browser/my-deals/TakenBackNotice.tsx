import { useEffect, useRef } from 'react';
import { anotherLikePath, paths } from '../../contract/paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';
import type { Back } from '../deal-form/back-to-draft.ts';

/** A deal that was taken back from the list, and where what was entered is now. */
export interface TakenBack {
  /** The submission's. */
  id: string;
  name: string;
  back: Back;
}

/** Says where a deal is that was taken back, and leads on to it. The button that was pressed is gone: the focus comes here. */
export function TakenBackNotice({ takenBack: { id, name, back } }: { takenBack: TakenBack }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div className="mb-4">
      <Notice ref={place} tone="calm" title={t(`takenBack.${back}`, { name })} quiet>
        <p className="mt-0.5">{t(`takenBack.${back}.text`)}</p>
        {back === 'draft' && (
          <ButtonLink weight="secondary" className="mt-3" href={paths.newDeal}>
            {t('takenBack.goOn')}
          </ButtonLink>
        )}
        {back === 'absent' && (
          <ButtonLink weight="secondary" className="mt-3" href={anotherLikePath(id)}>
            {t('nextDeal.another')}
          </ButtonLink>
        )}
      </Notice>
    </div>
  );
}
