import { useEffect } from 'react';
import { entryDays } from '../../contract/submission.ts';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';
import { inputId } from '../deal-form/FieldControl.tsx';
import type { LeftOut, Prefill } from './prefill-from.ts';

function sentence({ title, text, why }: LeftOut): string {
  if (why === 'unique') return t('nextDeal.like.unique', { title });
  return why === 'gone'
    ? t('nextDeal.like.gone', { title, text: text.slice(0, 200) })
    : t('nextDeal.like.partlyGone', { title, text: text.slice(0, 200) });
}

/**
 * Says that the form was filled in like another deal, and names what was left out. The name is what will hardly stay the same, so
 * it is selected: whoever types replaces it, and whoever goes on keeps it.
 */
export function LikeNotice({ leftOut, failed }: NonNullable<Prefill['like']>) {
  useEffect(() => {
    const name = document.getElementById(inputId('name'));
    if (failed !== null || !(name instanceof HTMLInputElement || name instanceof HTMLTextAreaElement)) return;
    name.focus();
    name.select();
  }, [failed]);
  if (failed !== null) {
    return (
      <Notice tone="warn" title={t(`nextDeal.like.${failed}.title`)}>
        <p>{t(`nextDeal.like.${failed}.text`, { days: entryDays })}</p>
      </Notice>
    );
  }
  return (
    <Notice tone={leftOut.length === 0 ? 'calm' : 'warn'} title={t('nextDeal.like.title')} quiet={leftOut.length === 0}>
      {leftOut.map((one) => (
        <p key={one.title} className="wrap-anywhere" dir="auto">
          {sentence(one)}
        </p>
      ))}
    </Notice>
  );
}
